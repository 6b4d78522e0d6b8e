import type { WireArgument } from "../../../provider/session/frames.js";
import { type Argument, Bytes, Credential, Hashtable, isList, SecureText } from "../cmdlets/argument.js";

type Tag = Extract<WireArgument, { readonly $: string }>;

/** What a tagged value stands for; undefined where it is none of the protocol's. */
export function argumentOf(wire: unknown): Argument | undefined {
    if (wire === null || ["boolean", "number", "string"].includes(typeof wire)) return wire as Argument;
    if (Array.isArray(wire)) return wire.every((one) => typeof one === "string") ? (wire as string[]) : undefined;
    return typeof wire === "object" ? fromTag(wire as Tag) : undefined;
}

function fromTag(tag: Tag): Argument | undefined {
    switch (tag.$) {
        case "null":
            return null;
        case "switch":
            return true;
        case "secure":
            return typeof tag.v === "string" ? new SecureText(tag.v) : undefined;
        case "credential":
            return typeof tag.v === "string" && typeof tag.user === "string"
                ? new Credential(tag.user, tag.v)
                : undefined;
        case "bytes":
            return typeof tag.v === "string" ? new Bytes(Buffer.from(tag.v, "base64")) : undefined;
        case "merge":
            return isList(tag.add) && isList(tag.remove) ? merge(tag.add, tag.remove) : undefined;
        default:
            return undefined;
    }
}

/** An empty side is left out. */
function merge(add: readonly string[], remove: readonly string[]): Hashtable {
    const sides = Object.entries({ Add: add, Remove: remove }).filter(([, texts]) => texts.length > 0);
    return new Hashtable(Object.fromEntries(sides));
}

/** Texts of a request's arguments that must not be written down. */
export function secretsOf(wire: unknown): string[] {
    if (typeof wire !== "object" || wire === null) return [];
    const tag = wire as { $?: unknown; v?: unknown };
    const secret = (tag.$ === "secure" || tag.$ === "credential") && typeof tag.v === "string" ? [tag.v] : [];
    return [...secret, ...Object.values(wire).flatMap(secretsOf)];
}
