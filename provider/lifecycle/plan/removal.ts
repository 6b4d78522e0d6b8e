import type { Kind } from "../../resources/kind";
import { NotChecked } from "../../resources/rule";
import { type FieldValue, isList, sameValue } from "../../resources/values";
import { textsToSend } from "../observe/as-typed";
import { isSingleton, type Live, titleOf } from "../observe/live";
import { nobody, type Others } from "../observe/others";
import { type Bookkeeping, oursIn } from "../remember/bookkeeping";
import { changeCall, isMergedWhole } from "./change-call";
import { type Change, shown } from "./changes";
import { unknownVersion } from "./gates";
import { judge, subjectOf } from "./judge";
import { complete, nothingToDo, type Plan } from "./plan";
import { alone, type Scene } from "./scene";
import { unreadable } from "./verdict";

/** What destroy does: removes what is ours, or puts back what we changed where it still is as we left it. */
export function planRemoval(kind: Kind, kept: Bookkeeping, live: Live | undefined, scene: Scene = alone): Plan {
    const nothing = nothingToDo(kept);
    if (live === undefined) return nothing;
    const heir = isSingleton(kind) ? undefined : scene.others.object(live.name, live.server);
    if (heir !== undefined) return { ...nothing, notes: [`${titleOf(kind, live)} stays: ${heir} declares it`] };
    const around = scene.around(live);
    const unknown = around === undefined ? [] : unknownVersion(around, live.server);
    if (removes(kind, kept, live) && kind.cmdlets.remove !== undefined) {
        if (unknown.length > 0) return nothingToDo(kept, unknown);
        const call = { cmd: kind.cmdlets.remove, par: { Identity: live.id }, sel: [] };
        return { ...nothing, action: "remove", calls: [call], notes: farewell(kind, live, scene) };
    }

    const refusals = unreadable(kind, [...new Set([...Object.keys(kept.added), ...Object.keys(kept.previous)])], live);
    if (refusals.length > 0) return { ...nothing, refusals };
    const given = restoration(kind, kept, live, scene.others);
    const { changes } = given;
    const notes = [...stays(kind, kept, live), ...given.notes, ...forgotten(kept)];
    if (changes.length === 0) return { ...nothing, notes };
    if (unknown.length > 0) return nothingToDo(kept, unknown);
    const restored = Object.fromEntries(
        changes.flatMap((change) => (change.how === "set" ? [[change.field, change.to]] : [])),
    );
    const whole = complete(kind, live, changes, restored);
    const subject = { ...subjectOf(kind, live, restored), action: "change" as const, values: whole.merged };
    const { refusals: invalid } = judge(kind, subject, scene.around(live), new Set());
    if (invalid.length > 0) {
        const why = invalid.map(({ message }) => message).join("; ");
        const note = `left as it is, because putting the previous values back is not valid: ${why}`;
        return { ...nothing, notes: [...notes, note] };
    }
    return {
        ...nothing,
        action: "change",
        changes: whole.changes,
        calls: [changeCall(kind, live, whole.changes, scene)],
        notes,
        ...(isMergedWhole(live, whole.changes, scene) && { readFirst: true }),
    };
}

/** Whether destroy takes the object away. What Exchange itself made stays, whoever once owned it. */
function removes(kind: Kind, kept: Bookkeeping, { name, server }: Pick<Live, "name" | "server">): boolean {
    return kept.owned && !isSingleton(kind) && !kind.isBuiltIn(name, server);
}

/** An object that we made under the name of one of Exchange's own. */
function stays(kind: Kind, kept: Bookkeeping, live: Live): readonly string[] {
    if (!kept.owned || isSingleton(kind)) return [];
    return [`${titleOf(kind, live)} stays: it has the name of one of Exchange's own, which are never removed`];
}

/** What happens to mail, or is lost, when the object goes. */
function farewell(kind: Kind, live: Live, scene: Scene): readonly string[] {
    const around = scene.around(live);
    if (around === undefined || kind.onRemoval === undefined) return [];
    try {
        return kind.onRemoval({ ...subjectOf(kind, live, {}), action: "none", around });
    } catch (error) {
        if (error instanceof NotChecked) return [`not checked what takes over: ${error.message}`];
        throw error;
    }
}

/** What was written and could not be read before: nobody knows what to put back. */
function forgotten(kept: Bookkeeping): readonly string[] {
    return Object.keys(kept.written).map((name) => `${name} stays as it is: what was there before cannot be read`);
}

function restoration(kind: Kind, kept: Bookkeeping, live: Live, others: Others) {
    const changes: Change[] = [];
    const notes: string[] = [];
    for (const field of new Set([...Object.keys(kept.added), ...Object.keys(kept.previous)])) {
        const now = live.values[field];
        const previous = kept.previous[field];
        const list = kind.fields[field]?.list;
        // Of an object that all resources of its kind share: what is put back would not be what that one declares.
        const heir = isSingleton(kind) ? others.whole(field) : undefined;
        if (heir !== undefined) {
            notes.push(`${field} stays: ${heir} declares it as a whole`);
            continue;
        }
        // Written as a whole and still as it was left: where nobody promises edits, it goes back as a whole, too.
        const whole = list?.editable === false && previous !== undefined && sameValue(now, previous.wrote);
        if (list?.mode === "merge" && isList(now) && !whole) {
            // Entry by entry even where the list was written as a whole: what came in since is somebody else's.
            const ours = oursIn(kept, field).filter((entry) => now.includes(entry));
            const remove = ours.filter((entry) => others.entry(live, field, entry) === undefined);
            const add = isList(previous?.was) ? previous.was.filter((entry) => !now.includes(entry)) : [];
            for (const entry of ours.filter((one) => !remove.includes(one))) {
                notes.push(`${entry} stays in ${field}: ${others.entry(live, field, entry)} declares it`);
            }
            if (add.length + remove.length > 0) changes.push({ field, how: "merge", add, remove });
        } else if (previous !== undefined && now !== undefined && !sameValue(now, previous.was)) {
            const { was: to, wrote, texts } = previous;
            if (sameValue(now, wrote)) changes.push({ field, how: "set", from: now, to, ...(texts && { texts }) });
            else notes.push(leftAsItIs(kind, field, now, previous.wrote));
        }
    }
    return { changes, notes };
}

function leftAsItIs(kind: Kind, field: string, now: FieldValue, wrote: FieldValue): string {
    const [there, ours] = [now, wrote].map((value) => shown(kind.fields, field, value));
    return `left as somebody else set it: ${field} is ${there}, we had written ${ours}`;
}

/**
 * The output `onDestroy`: what a removal will do, because the engine tells the provider of none in a preview. It is the
 * plan for the removal in words, as if no other resource of the run claimed what is ours.
 */
export function onDestroy(kind: Kind, kept: Bookkeeping, live: Live | undefined, scene: Scene = alone): string {
    const plan = planRemoval(kind, kept, live, { ...scene, others: nobody });
    const refused = plan.refusals.map(({ message }) => `is refused: ${message}`);
    const parts = [...refused, ...removalInWords(kind, plan, kept, live), ...plan.notes];
    return parts.length > 0 ? parts.join("; ") : `leaves the ${kind.noun} as it is`;
}

/** What the plan for a removal does, as `onDestroy` says it. */
export function removalInWords(kind: Kind, plan: Plan, kept: Bookkeeping, live: Live | undefined): readonly string[] {
    if (plan.action === "remove" && live !== undefined) return [`removes ${titleOf(kind, live)}`];
    const merged = plan.changes.flatMap((change) => (change.how === "merge" ? [change] : []));
    const set = (ours: boolean) =>
        plan.changes
            .flatMap((change) => (change.how === "set" && change.field in kept.previous === ours ? [change] : []))
            .map(({ field, to, texts }) => {
                const row = kind.fields[field];
                return `${field} to ${shown(kind.fields, field, to, live && row && textsToSend(row, texts, live))}`;
            })
            // The engine hands objects back with their keys in another order, and a text that only moved shows as a change.
            .sort();
    const [restored, along] = [set(true), set(false)];
    return [
        ...together(merged, "remove").map(([entries, fields]) => `takes ${entries} out of ${fields}`),
        ...together(merged, "add").map(([entries, fields]) => `puts ${entries} back into ${fields}`),
        ...(restored.length > 0 ? [`puts back ${restored.join(", ")}`] : []),
        ...(along.length > 0 ? [`sets along with it ${along.join(", ")}`] : []),
    ];
}

/** Lists that lose, or get back, the same entries are named together. */
function together(changes: readonly ListChange[], side: "add" | "remove"): readonly (readonly [string, string])[] {
    const fields = new Map<string, readonly string[]>();
    for (const { field, [side]: entries } of [...changes].sort((a, b) => (a.field < b.field ? -1 : 1))) {
        const text = entries.join(", ");
        if (text !== "") fields.set(text, [...(fields.get(text) ?? []), field]);
    }
    return [...fields].map(([entries, names]) => [entries, names.join(" and ")]);
}

type ListChange = Extract<Change, { how: "merge" }>;
