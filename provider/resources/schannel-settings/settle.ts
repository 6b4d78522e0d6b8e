import type { CallResult } from "../../session/frames";
import type { Kept } from "./bookkeeping";
import { type Change, callsFor, inWords } from "./changes";
import type { SettingsPlan } from "./plan";
import { isAlwaysThere } from "./reading/keys";
import { machineOf } from "./reading/machine";
import { type KeyPlace, keyFrom, keyId } from "./registry/place";
import { asDWord, type Data, sameData } from "./registry/raw";

export interface Settled {
    readonly kept: Kept;
    /** Changes that were refused, skipped, or read back as something else, with the server's words. */
    readonly failures: readonly string[];
    /** The changes that these are. */
    readonly failed: readonly Change[];
}

/**
 * What is remembered after a write, from its answers and from the machine call behind it. What failed, or whose answer
 * was lost, is remembered by `reunited`.
 */
export function settle(plan: SettingsPlan, before: Kept, results: readonly CallResult[], boot?: CallResult): Settled {
    let next = 0;
    const answers = plan.changes.map((change) => {
        const from = next;
        next += callsFor(change).length;
        return { change, results: results.slice(from, next), complete: results.length >= next };
    });
    const problems = answers.flatMap(({ change, results: own, complete }) => {
        const why = complete
            ? own.map((result) => problemOf(change, result)).find((one) => one !== undefined)
            : "no answer came";
        return why === undefined ? [] : [{ change, text: `${inWords(change)}: ${why}` }];
    });
    const failures = problems.map(({ text }) => text);
    const failed = problems.map(({ change }) => change);
    const told = answers.flatMap(({ change, results: own }) => own.flatMap((result) => madeBy(change, result)));
    return {
        kept: {
            ...plan.after,
            createdKeys: failures.length > 0 ? plan.after.createdKeys : confirmed(plan.after, before, told),
            pending: timed(plan, boot),
        },
        failures,
        failed,
    };
}

function problemOf(change: Change, result: CallResult): string | undefined {
    if ("skipped" in result) return "skipped, because a call before it failed";
    if (!result.ok) return result.error.message;
    if (change.what !== "value" || change.to === null) return undefined;
    const [row] = result.out;
    const data = typeof row?.Data === "number" ? asDWord(row.Data) : row?.Data;
    const same =
        row?.Kind === change.to.kind && data !== null && data !== undefined && sameData(data as Data, change.to.data);
    return same ? undefined : `read back as ${String(row?.Kind)} ${JSON.stringify(row?.Data)}`;
}

function madeBy(change: Change, result: CallResult): readonly KeyPlace[] {
    if (change.what !== "value" || "skipped" in result || !result.ok) return [];
    const made = result.out[0]?.CreatedKeys;
    const paths = Array.isArray(made) ? made : typeof made === "string" ? [made] : [];
    return paths.flatMap((path) => (typeof path === "string" ? [keyFrom(path, change.place.view)] : []));
}

/** Keys of before, and those that the server says it made: one that came in between is somebody else's. */
function confirmed(after: Kept, before: Kept, told: readonly KeyPlace[]): Kept["createdKeys"] {
    const known = new Set(before.createdKeys.map(keyId));
    const old = after.createdKeys.filter((key) => known.has(keyId(key)));
    return [
        ...new Map([...old, ...told.filter((key) => !isAlwaysThere(key))].map((key) => [keyId(key), key])).values(),
    ];
}

/** Changes of this write get the time after it: a start of the machine before that does not count. */
function timed(plan: SettingsPlan, boot: CallResult | undefined): Kept["pending"] {
    const machine = machineOf(boot);
    const written = Math.max(...plan.after.pending.map(({ changed }) => changed), Number.NEGATIVE_INFINITY);
    if (machine === undefined || plan.changes.length === 0) return plan.after.pending;
    return plan.after.pending.map((one) =>
        one.changed === written
            ? { ...one, changed: machine.now, upFor: Math.max(0, machine.now - machine.bootedAt) }
            : one,
    );
}
