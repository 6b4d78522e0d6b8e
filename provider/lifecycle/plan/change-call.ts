import type { Kind } from "../../resources/kind";
import type { CmdletCall, WireArgument } from "../../session/frames";
import type { Canonical } from "../../values/value-type";
import { identityOf, isSingleton, type Live, textsOf } from "../observe/live";
import { withMark } from "../remember/mark";
import { argumentsFor, type Change } from "./changes";
import { result } from "./differences";
import { editsLists } from "./gates";
import type { Scene } from "./scene";

/** The one `Set-` call that makes the changes. */
export function changeCall(kind: Kind, live: Live, changes: readonly Change[], scene: Scene): CmdletCall {
    const par = { ...argumentsFor(kind.fields, changes, live), ...mergedLists(kind, live, changes, scene) };
    if (typeof par.Comment === "string" || changes.some(({ field }) => field === "comment")) {
        const comment = typeof par.Comment === "string" ? par.Comment : null;
        par.Comment = withMark(comment, live.mark);
    }
    const identity = isSingleton(kind) ? {} : { Identity: identityOf(live) };
    return { cmd: kind.cmdlets.change, par: { ...identity, ...par }, sel: [] };
}

/** Edits of merged lists. What is there already goes in the server's own spelling: nobody promises that it knows another. */
function mergedLists(kind: Kind, live: Live, changes: readonly Change[], scene: Scene): Record<string, WireArgument> {
    const lists = changes.flatMap((change): [string, WireArgument][] => {
        const field = kind.fields[change.field];
        if (change.how !== "merge" || field === undefined) return [];
        const there = textsOf(live.wire[field.parameter] ?? null, field.type.parse);
        const textOf = (entry: Canonical) => there.get(entry) ?? String(field.type.print(entry));
        if (editsLists(scene.around(live))) {
            return [[field.parameter, { $: "merge", add: change.add.map(textOf), remove: change.remove.map(textOf) }]];
        }
        const whole = (result(change, live) as readonly Canonical[]).map(textOf);
        return [[field.parameter, whole.length === 0 ? { $: "null" } : whole]];
    });
    return Object.fromEntries(lists);
}

/** Whether a merged list has to be written as a whole, because the server cannot edit lists. */
export function isMergedWhole(live: Live, changes: readonly Change[], scene: Scene): boolean {
    return !editsLists(scene.around(live)) && changes.some(({ how }) => how === "merge");
}
