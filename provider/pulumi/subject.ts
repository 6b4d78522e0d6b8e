import type { Declared } from "../lifecycle/declared";
import { isSingleton, type Live } from "../lifecycle/live";
import { markFor } from "../lifecycle/mark";
import type { Section } from "../lifecycle/snapshot";
import type { Kind } from "../resources/kind";
import type { Hidden } from "./state";

/** How an object is found once its id is known. */
export function byId(id: string): (section: Section) => Live | undefined {
    return (section) => section.find((live) => live.id === id.toLowerCase());
}

/** How an object is found before that. Exchange's names are unique regardless of case. */
export function byName(kind: Kind, declared: Declared): (section: Section) => Live | undefined {
    const name = String(declared.values.name ?? "").toLowerCase();
    return (section) => (isSingleton(kind) ? section[0] : section.find((live) => live.name.toLowerCase() === name));
}

/** The mark that an object made by this resource carries. */
export function markOf(declared: Declared, { urn, organization }: Hidden): string {
    return markFor({ organization, urn, server: "", name: String(declared.values.name ?? "") });
}
