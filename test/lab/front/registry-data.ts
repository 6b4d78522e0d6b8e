import type { RegistryCall, RegistryKind, WireValue } from "../../../provider/session/frames.js";
import { bytes, type DotNetValue, int32, int64, text, texts } from "../registry/dot-net-value.js";

/** Data as an answer carries them: numbers are never negative, a QWord is a decimal text, bytes are base64. */
export function wireData(value: DotNetValue): WireValue {
    if (value.type === "Int32" || value.type === "UInt32") return value.value >>> 0;
    if (value.type === "Int64") return String(BigInt.asUintN(64, value.value));
    return value.type === "Byte[]" ? value.value.toString("base64") : value.value;
}

type Data = Extract<RegistryCall, { reg: "set" }>["data"];

/** What the agent hands to .NET; undefined where the data are not of the kind's form. */
export function dataOf(kind: RegistryKind, data: unknown): DotNetValue | undefined {
    switch (kind) {
        case "DWord":
            return isDword(data) ? int32(data | 0) : undefined;
        case "QWord":
            return isQword(data) ? int64(BigInt.asIntN(64, BigInt(data))) : undefined;
        case "String":
        case "ExpandString":
            return typeof data === "string" ? text(data) : undefined;
        case "MultiString":
            return isTexts(data) ? texts(data) : undefined;
        case "Binary":
        case "None":
            return isBase64(data) ? bytes(Buffer.from(data, "base64")) : undefined;
        default:
            return undefined;
    }
}

function isDword(data: unknown): data is number {
    return typeof data === "number" && Number.isInteger(data) && data >= 0 && data <= 0xffff_ffff;
}

function isQword(data: unknown): data is string {
    if (typeof data !== "string" || !/^(?:0|[1-9]\d{0,19})$/.test(data)) return false;
    return BigInt.asUintN(64, BigInt(data)) === BigInt(data);
}

function isTexts(data: unknown): data is readonly string[] & Data {
    return Array.isArray(data) && data.every((one) => typeof one === "string");
}

function isBase64(data: unknown): data is string {
    return typeof data === "string" && Buffer.from(data, "base64").toString("base64") === data;
}
