import type { RegistryKind } from "../../../provider/session/frames.js";

/** Numbers of the kinds, as `RegSetValueEx` takes them. */
export const TYPES = { None: 0, String: 1, ExpandString: 2, Binary: 3, DWord: 4, MultiString: 7, QWord: 11 } as const;

export interface RegistryValue {
    /** As it was first written. */
    readonly name: string;
    readonly type: number;
    readonly data: Buffer;
}

export type KnownKind = keyof typeof TYPES;

export function kindOf(type: number): RegistryKind {
    const [kind] = Object.entries(TYPES).find(([, number]) => number === type) ?? ["Unknown"];
    return kind as RegistryKind;
}

export function sameData(a: Omit<RegistryValue, "name">, b: Omit<RegistryValue, "name"> | undefined): boolean {
    return b !== undefined && a.type === b.type && a.data.equals(b.data);
}
