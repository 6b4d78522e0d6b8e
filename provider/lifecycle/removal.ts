import type { Kind } from "../resources/kind";
import { type FieldValue, isList, sameValue } from "../resources/values";
import type { Bookkeeping } from "./bookkeeping";
import { type Change, shown } from "./changes";
import { isSingleton, type Live } from "./live";
import { changeCall, type Plan, refusalsFor } from "./plan";

/** What destroy does: removes what is ours, or puts back what we changed where it still is as we left it. */
export function planRemoval(kind: Kind, kept: Bookkeeping, live: Live | undefined): Plan {
    const nothing = { action: "none", changes: [], calls: [], refusals: [], notes: [], after: kept } as const;
    if (live === undefined) return nothing;
    if (kept.owned && !isSingleton(kind) && kind.cmdlets.remove !== undefined) {
        const call = { cmd: kind.cmdlets.remove, par: { Identity: live.id }, sel: [] };
        return { ...nothing, action: "remove", calls: [call] };
    }

    const { changes, notes } = restoration(kind, kept, live);
    if (changes.length === 0) return { ...nothing, notes };
    const wanted = Object.fromEntries(
        changes.flatMap((change) => (change.how === "set" ? [[change.field, change.to]] : [])),
    );
    const companions = kind.companions({ wanted, declared: wanted, merged: { ...live.values, ...wanted } });
    const along = Object.entries(companions).filter(([field]) => !(field in wanted));
    const all = [
        ...changes,
        ...along.map(([field, to]): Change => ({ field, how: "set", from: live.values[field], to })),
    ];
    const broken = refusalsFor(kind, { ...live.values, ...wanted, ...companions });
    if (broken.length > 0) {
        const why = broken.map(({ message }) => message).join("; ");
        return {
            ...nothing,
            notes: [...notes, `left as it is, because putting the previous values back is not valid: ${why}`],
        };
    }
    return { ...nothing, action: "change", changes: all, calls: [changeCall(kind, live, all)], notes };
}

function restoration(kind: Kind, kept: Bookkeeping, live: Live): { changes: Change[]; notes: string[] } {
    const changes: Change[] = [];
    const notes: string[] = [];
    for (const [field, entries] of Object.entries(kept.added)) {
        const now = live.values[field];
        const remove = entries.filter((entry) => isList(now) && now.includes(entry));
        if (remove.length > 0) changes.push({ field, how: "merge", add: [], remove });
    }
    for (const [field, { was, wrote }] of Object.entries(kept.previous)) {
        const now = live.values[field];
        if (now === undefined || sameValue(now, was)) continue;
        if (sameValue(now, wrote)) changes.push({ field, how: "set", from: now, to: was });
        else
            notes.push(
                `left as somebody else set it: ${field} is ${shown(kind.fields, field, now)}, ${ours(kind, field, wrote)}`,
            );
    }
    return { changes, notes };
}

function ours(kind: Kind, field: string, wrote: FieldValue): string {
    return `we had written ${shown(kind.fields, field, wrote)}`;
}

/** The output `onDestroy`: what a removal will do, because the engine tells the provider of none in a preview. */
export function onDestroy(kind: Kind, kept: Bookkeeping, name: string): string {
    if (kept.owned && !isSingleton(kind)) return `removes ${kind.noun} '${name}'`;
    const taken = Object.entries(kept.added)
        .toSorted(byField)
        .map(([field, entries]) => `takes ${entries.join(", ")} out of ${field}`);
    const restored = Object.entries(kept.previous)
        .toSorted(byField)
        .filter(([, { was, wrote }]) => !sameValue(was, wrote))
        .map(([field, { was }]) => `${field} to ${shown(kind.fields, field, was)}`);
    const parts = [...taken, ...(restored.length > 0 ? [`puts back ${restored.join(", ")}`] : [])];
    return parts.length > 0 ? parts.join("; ") : `leaves ${kind.noun} as it is`;
}

/** The engine hands objects back with their keys in another order, and a text that only moved would show as a change. */
function byField([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
    return a < b ? -1 : 1;
}
