import type { Kind } from "../resources/kind";
import { type FieldValue, isList, sameValue } from "../resources/values";
import { type Bookkeeping, oursIn } from "./bookkeeping";
import { type Change, shown } from "./changes";
import { isSingleton, type Live } from "./live";
import { nobody, type Others } from "./others";
import { changeCall, complete, nothingToDo, type Plan, unreadable } from "./plan";

/** What destroy does: removes what is ours, or puts back what we changed where it still is as we left it. */
export function planRemoval(kind: Kind, kept: Bookkeeping, live: Live | undefined, others: Others = nobody): Plan {
    const nothing = nothingToDo(kept);
    if (live === undefined) return nothing;
    const heir = isSingleton(kind) ? undefined : others.object(live.name);
    if (heir !== undefined) return { ...nothing, notes: [`${kind.noun} '${live.name}' stays: ${heir} declares it`] };
    if (kept.owned && !isSingleton(kind) && kind.cmdlets.remove !== undefined) {
        const call = { cmd: kind.cmdlets.remove, par: { Identity: live.id }, sel: [] };
        return { ...nothing, action: "remove", calls: [call] };
    }

    const refusals = unreadable(kind, [...new Set([...Object.keys(kept.added), ...Object.keys(kept.previous)])], live);
    if (refusals.length > 0) return { ...nothing, refusals };
    const { changes, notes } = restoration(kind, kept, live, others);
    if (changes.length === 0) return { ...nothing, notes };
    const restored = Object.fromEntries(
        changes.flatMap((change) => (change.how === "set" ? [[change.field, change.to]] : [])),
    );
    const whole = complete(kind, live, changes, restored);
    if (whole.refusals.length > 0) {
        const why = whole.refusals.map(({ message }) => message).join("; ");
        const note = `left as it is, because putting the previous values back is not valid: ${why}`;
        return { ...nothing, notes: [...notes, note] };
    }
    return {
        ...nothing,
        action: "change",
        changes: whole.changes,
        calls: [changeCall(kind, live, whole.changes)],
        notes,
    };
}

function restoration(kind: Kind, kept: Bookkeeping, live: Live, others: Others) {
    const changes: Change[] = [];
    const notes: string[] = [];
    for (const field of new Set([...Object.keys(kept.added), ...Object.keys(kept.previous)])) {
        const now = live.values[field];
        const previous = kept.previous[field];
        if (kind.fields[field]?.list?.mode === "merge" && isList(now)) {
            // Entry by entry even where the list was written as a whole: what came in since is somebody else's.
            const ours = oursIn(kept, field).filter((entry) => now.includes(entry));
            const remove = ours.filter((entry) => others.entry(field, entry) === undefined);
            const add = isList(previous?.was) ? previous.was.filter((entry) => !now.includes(entry)) : [];
            for (const entry of ours.filter((one) => !remove.includes(one))) {
                notes.push(`${entry} stays in ${field}: ${others.entry(field, entry)} declares it`);
            }
            if (add.length + remove.length > 0) changes.push({ field, how: "merge", add, remove });
        } else if (previous !== undefined && now !== undefined && !sameValue(now, previous.was)) {
            if (sameValue(now, previous.wrote)) changes.push({ field, how: "set", from: now, to: previous.was });
            else notes.push(leftAsItIs(kind, field, now, previous.wrote));
        }
    }
    return { changes, notes };
}

function leftAsItIs(kind: Kind, field: string, now: FieldValue, wrote: FieldValue): string {
    const [there, ours] = [now, wrote].map((value) => shown(kind.fields, field, value));
    return `left as somebody else set it: ${field} is ${there}, we had written ${ours}`;
}

/** The output `onDestroy`: what a removal will do, because the engine tells the provider of none in a preview. */
export function onDestroy(kind: Kind, kept: Bookkeeping, name: string): string {
    if (kept.owned && !isSingleton(kind)) return `removes ${kind.noun} '${name}'`;
    const taken = new Map<string, readonly string[]>();
    for (const field of Object.keys(kept.added).sort()) {
        const entries = (kept.added[field] ?? []).join(", ");
        taken.set(entries, [...(taken.get(entries) ?? []), field]);
    }
    const restored = Object.entries(kept.previous)
        .filter(([, { was, wrote }]) => !sameValue(was, wrote))
        .map(([field, { was }]) => `${field} to ${shown(kind.fields, field, was)}`)
        // The engine hands objects back with their keys in another order, and a text that only moved shows as a change.
        .sort();
    const parts = [
        ...[...taken].map(([entries, fields]) => `takes ${entries} out of ${fields.join(" and ")}`),
        ...(restored.length > 0 ? [`puts back ${restored.join(", ")}`] : []),
    ];
    return parts.length > 0 ? parts.join("; ") : `leaves the ${kind.noun} as it is`;
}
