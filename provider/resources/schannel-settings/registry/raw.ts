import type { RegistryKind } from "../../../session/frames";

/** Data of a registry value, as {@link RegistryCall} carries it. */
export type Data = number | string | readonly string[];

/** A registry value as it stands there. `null` in the place of one: the value is absent. */
export interface Raw {
    readonly kind: RegistryKind;
    readonly data: Data;
}

/** What reading a value gave. */
export type Found =
    | { readonly found: "present"; readonly raw: Raw }
    | { readonly found: "absent" }
    | { readonly found: "unreadable"; readonly why: string };

export const ABSENT: Found = { found: "absent" };

export function foundOf(raw: Raw | null): Found {
    return raw === null ? ABSENT : { found: "present", raw };
}

/** The raw state; undefined where it could not be read. */
export function rawOf(found: Found): Raw | null | undefined {
    if (found.found === "unreadable") return undefined;
    return found.found === "present" ? found.raw : null;
}

/** Byte for byte the same, absence included. */
export function sameRaw(a: Raw | null, b: Raw | null): boolean {
    if (a === null || b === null) return a === b;
    return a.kind === b.kind && sameData(a.data, b.data);
}

export function sameData(a: Data, b: Data): boolean {
    if (typeof a !== "object" || typeof b !== "object") return a === b;
    return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

/** One number for -1 and 4294967295: which of them comes depends on who reads (section 9). */
export function asDWord(number: number): number {
    return number < 0 && number >= -2_147_483_648 ? number + 4_294_967_296 : number;
}

/** A raw state in words: `absent`, `DWord 0`, `DWord 4294967295 (0xffffffff)`, `String 'a,b'`. */
export function rawWords(raw: Raw | null): string {
    if (raw === null) return "absent";
    const { kind, data } = raw;
    if (typeof data === "number") return `${kind} ${data}${data > 9 ? ` (0x${data.toString(16)})` : ""}`;
    return `${kind} ${typeof data === "string" ? `'${data}'` : `[${data.join(", ")}]`}`;
}
