import type { Kind } from "../resources/kind";
import { hiddenOf } from "./state";
import type { Wire } from "./wire";

const MASK = "********";

/**
 * Takes the values of secret properties out of whatever is printed, in the program's spelling and in Exchange's: a note,
 * an error or a server's answer may hold them.
 */
export function maskerFor(kind: Kind, properties: Wire): (text: string) => string {
    const values = [...hiddenOf(properties).secrets].flatMap((name) => spellings(kind, name, properties[name]));
    // The longest first, so that a value inside another leaves nothing of the longer one.
    const texts = [...new Set(values)].filter((value) => value !== "").sort((a, b) => b.length - a.length);
    if (texts.length === 0) return (text) => text;
    const pattern = new RegExp(texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "gi");
    return (text) => text.replaceAll(pattern, MASK);
}

function spellings(kind: Kind, name: string, value: unknown): readonly string[] {
    if (typeof value === "object" && value !== null) {
        // A user name is no secret, and hiding it would break the commands that are shown.
        const secrets = Object.entries(value).filter(([key]) => key !== "username");
        return secrets.flatMap(([, entry]) => spellings(kind, name, entry));
    }
    if (typeof value !== "string") return [];
    const parsed = kind.fields[name]?.type.parse(value);
    return [value, ...(parsed?.ok ? [String(parsed.canonical ?? "")] : [])];
}
