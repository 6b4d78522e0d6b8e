import { TYPES } from "../registry/value.js";
import { dataOf } from "./registry-data.js";

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with the form of a call to the registry. */
export function registryProblem({ reg, view, key, name, kind, data }: Json): string | undefined {
    if (view !== 64 && view !== 32) return "view must be 64 or 32";
    if (typeof key !== "string" || key.split("\\").includes("")) return "key must be a path without empty names";
    if (name !== undefined && typeof name !== "string") return "name must be text";
    if (reg !== "set") return undefined;
    if (name === undefined) return "a value needs a name";
    const known = Object.keys(TYPES) as (keyof typeof TYPES)[];
    const wanted = known.find((one) => one === kind);
    if (wanted === undefined) return "kind is none of the registry's";
    return dataOf(wanted, data) === undefined ? `data must be of the form of ${wanted}` : undefined;
}
