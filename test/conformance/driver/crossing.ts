import type { Wire } from "../../../provider/pulumi/engine/wire";

/** The key by which values with a meaning of their own are told from plain objects, and its value for a secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** What the engine keeps of an answer: plain JSON, the keys in its own order; secrets stay marked. */
export function kept(properties: object): Wire {
    return JSON.parse(JSON.stringify(properties), (_key, value) => sorted(value)) as Wire;
}

/** What the engine hands to a provider that takes no secrets: their values. */
export function sent(properties: Wire): Wire {
    return JSON.parse(JSON.stringify(properties), (_key, value) => opened(value)) as Wire;
}

function sorted(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function opened(value: unknown): unknown {
    const isSecret = typeof value === "object" && value !== null && SIGNATURE in value && value[SIGNATURE] === SECRET;
    return isSecret && "value" in value ? value.value : value;
}
