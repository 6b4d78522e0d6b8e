import { dotNetValue, rawData } from "./dot-net-data.js";
import { DotNetException, type DotNetValue, int32, text, uint32 } from "./dot-net-value.js";
import { errors } from "./provider-error.js";
import { type KnownKind, kindOf, type RegistryValue } from "./value.js";

/** What Get-ItemProperty emits: negative numbers of 32 bits are read again as unsigned. */
export function providerValue(value: RegistryValue): DotNetValue | null {
    const read = dotNetValue(value);
    if (kindOf(value.type) !== "DWord" || read === null) return read;
    if (read.type !== "Int32") throw errors.cast();
    return read.value < 0 ? uint32(read.value >>> 0) : read;
}

/** What Set- and New-ItemProperty write: a DWord is tried as Int32 first, then as UInt32, of texts, too. */
export function providerData(value: DotNetValue, kind: KnownKind): { readonly type: number; readonly data: Buffer } {
    const isScalar = value.type !== "String[]" && value.type !== "Byte[]";
    if (kind === "DWord" && isScalar) {
        const number = Number(value.value);
        const fits = Number.isInteger(number) && number >= -(2 ** 31) && number < 2 ** 32;
        if (!fits || String(value.value).trim() === "")
            throw new DotNetException("PSInvalidCastException", "No number.");
        return rawData(int32(number | 0), "DWord");
    }
    const toText = (kind === "String" || kind === "ExpandString") && isScalar;
    return rawData(toText ? text(String(value.value)) : value, kind);
}

/** Without -Type and without a value: a UInt32 has no kind of its own and becomes text (!). */
export function providerKind({ type }: DotNetValue): KnownKind {
    const kinds = { Int32: "DWord", UInt32: "String", Int64: "QWord", String: "String" } as const;
    if (type === "String[]") return "MultiString";
    return type === "Byte[]" ? "Binary" : kinds[type];
}
