import { toDword, toQword, toText, toTexts } from "./data.js";
import { dotNetValue, rawData } from "./dot-net-data.js";
import { kindOf, type RegistryValue, TYPES } from "./value.js";

/** Kind and data as text, from which the bytes could be made again; odd data are shown as bytes. */
export function textOf(value: RegistryValue): string {
    const kind = kindOf(value.type);
    const isOdd = kind === "Unknown" || !rawData(dotNetValue(value), oddFree(kind, value)).data.equals(value.data);
    if (isOdd) return `${kind === "Unknown" ? `type ${value.type}` : kind} hex:${value.data.toString("hex")}`;
    return `${kind} ${shown(value)}`;
}

/** Data of a wrong size come back as bytes, which only Binary takes. */
function oddFree(kind: keyof typeof TYPES, { data }: RegistryValue): keyof typeof TYPES {
    const wrong = (kind === "DWord" && data.length !== 4) || (kind === "QWord" && data.length !== 8);
    return wrong ? "Binary" : kind;
}

function shown({ type, data }: RegistryValue): string {
    if (type === TYPES.DWord) return `0x${(toDword(data) ?? 0).toString(16).padStart(8, "0")}`;
    if (type === TYPES.QWord) return String(toQword(data));
    if (type === TYPES.String || type === TYPES.ExpandString) return JSON.stringify(toText(data));
    if (type === TYPES.MultiString) return JSON.stringify(toTexts(data));
    return `hex:${data.toString("hex")}`;
}
