import { fromDword, fromQword, fromText, fromTexts, toDword, toQword, toText, toTexts } from "./data.js";
import { bytes, DotNetException, type DotNetValue, int32, int64, text, texts } from "./dot-net-value.js";
import { type KnownKind, kindOf, type RegistryValue, TYPES } from "./value.js";

/**
 * What GetValue makes of raw data. A DWord is an Int32, whatever its highest bit; data of a wrong size are bytes. null:
 * a kind that it does not read.
 */
export function dotNetValue({ type, data }: RegistryValue): DotNetValue | null {
    switch (kindOf(type)) {
        case "DWord": {
            const number = toDword(data);
            return number === undefined ? bytes(data) : int32(number | 0);
        }
        case "QWord": {
            const number = toQword(data);
            return number === undefined ? bytes(data) : int64(number);
        }
        case "String":
        case "ExpandString":
            return text(toText(data));
        case "MultiString":
            return texts(toTexts(data));
        case "Unknown":
            return type === BIG_ENDIAN ? bytes(data) : null;
        default:
            return bytes(data);
    }
}

const BIG_ENDIAN = 5;

/** What SetValue writes, by `Convert.To…` of .NET. */
export function rawData(value: DotNetValue, kind: KnownKind): { readonly type: number; readonly data: Buffer } {
    return { type: TYPES[kind], data: encoded(value, kind) };
}

function encoded(given: DotNetValue, kind: KnownKind): Buffer {
    if (kind === "DWord") return fromDword(Number(wholeNumber(given, 32)));
    if (kind === "QWord") return fromQword(wholeNumber(given, 64));
    if (kind === "MultiString" && given.type === "String[]") return fromTexts(given.value);
    if ((kind === "Binary" || kind === "None") && given.type === "Byte[]") return given.value;
    const isText = kind === "String" || kind === "ExpandString";
    if (isText && given.type !== "String[]" && given.type !== "Byte[]") return fromText(String(given.value));
    throw mismatch(given, kind);
}

function wholeNumber(given: DotNetValue, bits: 32 | 64): bigint {
    if (given.type === "String[]" || given.type === "Byte[]") throw mismatch(given, `Int${bits}`);
    if (given.type === "String" && !/^\s*[+-]?\d+\s*$/.test(given.value)) throw mismatch(given, `Int${bits}`);
    const number = BigInt(typeof given.value === "string" ? given.value.trim() : given.value);
    if (BigInt.asIntN(bits, number) !== number) throw mismatch(given, `Int${bits}`);
    return number;
}

function mismatch({ type }: DotNetValue, wanted: string): DotNetException {
    return new DotNetException("ArgumentException", `The ${type} can't become ${wanted}.`);
}

/** Without a kind: Int32 is a DWord, and what has no kind of its own becomes text, a UInt32 or Int64 among it. */
export function detectedKind({ type }: DotNetValue): KnownKind {
    if (type === "Int32") return "DWord";
    if (type === "Byte[]") return "Binary";
    return type === "String[]" ? "MultiString" : "String";
}
