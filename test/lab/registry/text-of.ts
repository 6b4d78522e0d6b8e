import { toDword, toQword, toText, toTexts } from "./data.js";
import { dotNetValue, rawData } from "./dot-net-data.js";
import { kindOf, type RegistryValue, TYPES } from "./value.js";

/** Kind and data as text, from which the bytes could be made again; odd data are shown as bytes. */
export function textOf({ type, data }: RegistryValue): string {
    const kind = kindOf(type);
    const name = kind === "Unknown" ? `type ${type}` : kind;
    return `${name} ${shown({ type, data }) ?? `hex:${data.toString("hex")}`}`;
}

function shown({ type, data }: Omit<RegistryValue, "name">): string | undefined {
    const kind = kindOf(type);
    const value = dotNetValue({ name: "", type, data });
    if (kind === "Unknown" || value === null || value.type === "Byte[]") return undefined;
    if (!rawData(value, kind).data.equals(data)) return undefined;
    if (type === TYPES.DWord) return `0x${(toDword(data) ?? 0).toString(16).padStart(8, "0")}`;
    if (type === TYPES.QWord) return String(toQword(data));
    return JSON.stringify(type === TYPES.MultiString ? toTexts(data) : toText(data));
}
