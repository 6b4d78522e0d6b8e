import { MASK } from "../../lifecycle/tell/mask";
import type { Kind } from "../../resources/kind";
import type { Wire } from "../engine/wire";

const veils = new WeakMap<Kind, Map<string, Kind>>();

/** The kind in which the program's secrets are marked: no text of the lifecycle's shows such a property, old or new. */
export function veiled(kind: Kind, secrets: ReadonlySet<string>): Kind {
    const names = Object.keys(kind.fields).filter((name) => secrets.has(name));
    if (names.length === 0) return kind;
    const known = veils.get(kind) ?? new Map<string, Kind>();
    veils.set(kind, known);
    const mark = ([name, field]: [string, Kind["fields"][string]]) => [
        name,
        secrets.has(name) ? { ...field, secret: true } : field,
    ];
    const veil = known.get(names.join()) ?? {
        ...kind,
        fields: Object.fromEntries(Object.entries(kind.fields).map(mark)),
    };
    known.set(names.join(), veil);
    return veil;
}

/** Where a resource's outputs remember values. */
const MEMORIES = ["__declared", "__added", "__previous"];

/**
 * Takes the values of secret properties out of whatever is printed, in the program's spelling and in Exchange's: a note,
 * an error or a server's answer may hold them. `kind`: none where properties are no Exchange object's.
 */
export function maskerFor(
    kind: Kind | undefined,
    secrets: ReadonlySet<string>,
    ...all: readonly Wire[]
): (text: string) => string {
    const places = all.flatMap((properties) => [
        properties,
        ...MEMORIES.map((name) => (properties[name] ?? {}) as Wire),
    ]);
    const values = [...secrets].flatMap((name) => places.flatMap((one) => spellings(kind, name, one[name])));
    // The longest first, so that a value inside another leaves nothing of the longer one.
    const texts = [...new Set(values)].filter((value) => value !== "").sort((a, b) => b.length - a.length);
    if (texts.length === 0) return (text) => text;
    const pattern = new RegExp(texts.map(patternOf).join("|"), "gi");
    return (text) => text.replaceAll(pattern, MASK);
}

function patternOf(text: string): string {
    // A number inside a longer one is another number.
    if (/^\d+$/.test(text)) return `(?<![\\w.])${text}(?!\\w|\\.\\w)`;
    return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function spellings(kind: Kind | undefined, name: string, value: unknown): readonly string[] {
    const field = kind?.fields[name];
    if (typeof value === "object" && value !== null) {
        // The user name of a credential is no secret, and hiding it would break the commands that are shown.
        const secrets = Object.entries(value).filter(([key]) => field === undefined || key !== "username");
        return secrets.flatMap(([, entry]) => spellings(kind, name, entry));
    }
    if (typeof value !== "string" && typeof value !== "number") return [];
    const parsed = field?.type.parse(value);
    const canonical = parsed?.ok && parsed.canonical !== null ? parsed.canonical : undefined;
    const others = canonical === undefined ? [] : [canonical, field?.type.print(canonical)];
    const texts = [value, ...others].filter((one) => one !== null && typeof one !== "boolean").map(String);
    return [...texts, ...texts.flatMap(namesIn)];
}

/** Domains and addresses in a value of several parts, such as `SMTP:*.fabrikam.com;1`: texts also name them alone. */
function namesIn(text: string): readonly string[] {
    const parts = text.split(/[;:,<>=/\s]|-(?=\d)/).map((part) => part.replace(/^\*?\.|^@/, ""));
    return parts.filter((part) => /\w\.\w/.test(part));
}
