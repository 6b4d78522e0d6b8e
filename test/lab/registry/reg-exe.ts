import { fromDword, fromQword, fromText, fromTexts, toDword, toQword, toText, toTexts } from "./data.js";
import type { Registry, View } from "./registry.js";
import { TYPES } from "./value.js";

/** `reg.exe`: only `\` separates; what is given is written, whatever was there. Exit code and output are synthetic. */
export class RegExe {
    constructor(
        private readonly registry: Registry,
        private readonly view: View = 64,
    ) {}

    /** `reg add <path> /f`, or with `/v /t /d`. */
    add(path: string, name?: string, type: keyof typeof REG_TYPES = "REG_SZ", data = ""): 0 | 1 {
        const below = belowHklm(path);
        if (below === undefined) return 1;
        const { key } = this.registry.ensure(below, this.view);
        if (name === undefined) return 0;
        const raw = encoded(type, data);
        if (raw === undefined) return 1;
        key.put({ name, type: REG_TYPES[type], data: raw }, this.registry.now());
        return 0;
    }

    /** `reg query <path> /v <name>`; undefined: exit code 1. */
    query(path: string, name: string): string | undefined {
        const value = this.registry.find(belowHklm(path) ?? "", this.view)?.value(name);
        if (value === undefined) return undefined;
        const [type = "REG_NONE"] = Object.entries(REG_TYPES).find(([, number]) => number === value.type) ?? [];
        return `    ${value.name}    ${type}    ${decoded(value.type, value.data)}`;
    }

    /** `reg delete <path> /f`: with all below; or one value. */
    delete(path: string, name?: string): 0 | 1 {
        const below = belowHklm(path) ?? "";
        if (name === undefined) return this.registry.removeTree(below, this.view) ? 0 : 1;
        return this.registry.find(below, this.view)?.drop(name, this.registry.now()) === true ? 0 : 1;
    }
}

const REG_TYPES = {
    REG_NONE: TYPES.None,
    REG_SZ: TYPES.String,
    REG_EXPAND_SZ: TYPES.ExpandString,
    REG_BINARY: TYPES.Binary,
    REG_DWORD: TYPES.DWord,
    REG_MULTI_SZ: TYPES.MultiString,
    REG_QWORD: TYPES.QWord,
} as const;

function belowHklm(path: string): string | undefined {
    return /^(?:HKLM|HKEY_LOCAL_MACHINE)\\(.+)$/i.exec(path)?.[1];
}

function encoded(type: keyof typeof REG_TYPES, data: string): Buffer | undefined {
    const isNumber = /^(?:0x[0-9a-f]+|\d+)$/i.test(data);
    if (type === "REG_DWORD") return isNumber && Number(data) < 2 ** 32 ? fromDword(Number(data)) : undefined;
    if (type === "REG_QWORD") return isNumber ? fromQword(BigInt(data)) : undefined;
    if (type === "REG_MULTI_SZ") return fromTexts(data === "" ? [] : data.split("\\0"));
    if (type === "REG_SZ" || type === "REG_EXPAND_SZ") return fromText(data);
    return /^(?:[0-9a-f]{2})*$/i.test(data) ? Buffer.from(data, "hex") : undefined;
}

function decoded(type: number, data: Buffer): string {
    if (type === TYPES.DWord) return `0x${(toDword(data) ?? 0).toString(16)}`;
    if (type === TYPES.QWord) return `0x${(toQword(data) ?? 0n).toString(16)}`;
    if (type === TYPES.MultiString) return toTexts(data).join("\\0");
    return type === TYPES.String || type === TYPES.ExpandString ? toText(data) : data.toString("hex").toUpperCase();
}
