import { ALL_SERVERS } from "../../resources/schannel-settings";
import { partsOf } from "../engine/urn";
import type { Run } from "../run/run";

/** Parents whose servers were told already what concerns them together. */
const told = new WeakMap<Run, Set<string>>();

/** Notes for one resource; what is said of all servers of a component is said of the first one only. */
export function toldTogether(run: Run, urn: string, notes: readonly string[]): readonly string[] {
    // `<parent's type>$<type>`: a resource without a parent stands for itself.
    const { types: type } = partsOf(urn);
    if (!type.includes("$") || !notes.includes(ALL_SERVERS)) return notes;
    const parents = told.get(run) ?? new Set<string>();
    told.set(run, parents);
    const isFirst = !parents.has(type);
    parents.add(type);
    return isFirst ? notes : notes.filter((note) => note !== ALL_SERVERS);
}
