import type { Declared } from "../../lifecycle/declared";
import { isSingleton, type Live, singletonId } from "../../lifecycle/observe/live";
import type { Section } from "../../lifecycle/observe/snapshot";
import { markFor } from "../../lifecycle/remember/mark";
import type { Kind } from "../../resources/kind";
import type { Hidden } from "../state";

/** How an object is found once its id is known. The singleton of another organisation is another object, too. */
export function byId(kind: Kind, id: string): (section: Section) => Live | undefined {
    const any = isSingleton(kind) && id === singletonId(kind);
    return (section) => section.find((live) => any || live.id === id.toLowerCase());
}

/** How an object is found before that. Exchange's names are unique regardless of case. */
export function byName(kind: Kind, declared: Declared): (section: Section) => Live | undefined {
    const name = String(declared.values.name ?? "").toLowerCase();
    const server = serverOf(kind, declared);
    return (section) =>
        isSingleton(kind)
            ? section[0]
            : section.find((live) => live.name.toLowerCase() === name && live.server === server);
}

/** The mark that an object made by this resource carries. */
export function markOf(declared: Declared, { urn, organization }: Hidden): string {
    const name = String(declared.values.name ?? "");
    return markFor({ organization, urn, server: String(declared.values.server ?? ""), name });
}

/** Short name of the server that the object belongs to; undefined for an organisation-wide one. */
export function serverOf(kind: Kind, { values }: Declared): string | undefined {
    return kind.perServer ? String(values.server ?? "") : undefined;
}

/** The same text for whatever resource declares the same object; undefined where its name is known only later. */
export function objectOf(kind: Kind, declared: Declared): string | undefined {
    if (isSingleton(kind)) return singletonId(kind);
    const { name } = declared.values;
    return typeof name === "string" ? `${serverOf(kind, declared) ?? ""}\\${name}`.toLowerCase() : undefined;
}
