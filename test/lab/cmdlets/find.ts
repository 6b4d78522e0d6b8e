import { sameText } from "../values/same-text.js";
import { ambiguous } from "./failure.js";

interface Named {
    readonly guid: string;
}

/** Objects that an identity names: by one of their names or by GUID; `*` matches any text, so it may name several. */
export function matching<T extends Named>(all: readonly T[], identity: string, names: (object: T) => string[]): T[] {
    const exact = all.filter(
        (object) => sameText(object.guid, identity) || names(object).some((name) => sameText(name, identity)),
    );
    if (exact.length > 0 || !identity.includes("*")) return exact;
    const literal = identity.split("*").map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`^${literal.join(".*")}$`, "is");
    return all.filter((object) => names(object).some((name) => pattern.test(name)));
}

/** The single object of a change; a wildcard that happens to match one object names it (!), several are E-2. */
export function only<T>(found: readonly T[], identity: string, missing: () => Error): T {
    const [first, second] = found;
    if (first === undefined) throw missing();
    if (second !== undefined) throw ambiguous(identity);
    return first;
}
