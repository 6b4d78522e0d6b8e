import type { Declared } from "../declared";
import type { Live } from "../observe/live";
import type { Bookkeeping } from "../remember/bookkeeping";

/** The program with the live values in the place of those that are ignored. */
export function asItIs(declared: Declared, live: Live, ignored: ReadonlySet<string>): Declared {
    const values = Object.entries(declared.values).flatMap(([name, value]) => {
        if (!ignored.has(name)) return [[name, value] as const];
        const now = live.values[name];
        return now === undefined ? [] : [[name, now] as const];
    });
    return { ...declared, values: Object.fromEntries(values) };
}

/** What is ignored was not written, so what is remembered of it stays: destroy must not take a stranger's value for ours. */
export function asRemembered(before: Bookkeeping, after: Bookkeeping, ignored: ReadonlySet<string>): Bookkeeping {
    const mixed = <T>(old: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>) =>
        Object.fromEntries([
            ...Object.entries(now).filter(([name]) => !ignored.has(name)),
            ...Object.entries(old).filter(([name]) => ignored.has(name)),
        ]);
    return {
        owned: after.owned,
        added: mixed(before.added, after.added),
        previous: mixed(before.previous, after.previous),
        written: mixed(before.written, after.written),
    };
}
