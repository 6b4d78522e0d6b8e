import type { RegistryKind } from "../../../provider/session/frames.js";
import { fromDword, fromQword, fromText, fromTexts, toDword, toText, toTexts } from "./data.js";
import { dump } from "./dump.js";
import type { Access, Key } from "./key.js";
import { type Registry, segmentsOf } from "./registry.js";
import { kindOf, TYPES } from "./value.js";

/** A hand at the server's own registry editor, in the 64-bit view. Paths may begin with `HKLM\`; `""` is the default value. */
export class RegistryHand {
    constructor(readonly registry: Registry) {}

    has(path: string): boolean {
        return this.key(path) !== undefined;
    }

    keys(path: string): readonly string[] {
        return (
            this.key(path)
                ?.subKeys()
                .map(({ name }) => name) ?? []
        );
    }

    names(path: string): readonly string[] {
        return (
            this.key(path)
                ?.values()
                .map(({ name }) => name) ?? []
        );
    }

    /** undefined: absent. */
    kind(path: string, name: string): RegistryKind | undefined {
        const value = this.key(path)?.value(name);
        return value === undefined ? undefined : kindOf(value.type);
    }

    /** undefined where it is absent or no DWord. */
    dword(path: string, name: string): number | undefined {
        const data = this.data(path, name, TYPES.DWord);
        return data === undefined ? undefined : toDword(data);
    }

    text(path: string, name: string): string | undefined {
        const data = this.data(path, name, TYPES.String) ?? this.data(path, name, TYPES.ExpandString);
        return data === undefined ? undefined : toText(data);
    }

    texts(path: string, name: string): readonly string[] | undefined {
        const data = this.data(path, name, TYPES.MultiString);
        return data === undefined ? undefined : toTexts(data);
    }

    raw(path: string, name: string): Buffer | undefined {
        return this.key(path)?.value(name)?.data;
    }

    /** -1 and 0xffffffff are the same. */
    setDword(path: string, name: string, value: number): void {
        this.setRaw(path, name, TYPES.DWord, fromDword(value));
    }

    setQword(path: string, name: string, value: bigint): void {
        this.setRaw(path, name, TYPES.QWord, fromQword(value));
    }

    setText(path: string, name: string, value: string): void {
        this.setRaw(path, name, TYPES.String, fromText(value));
    }

    setExpandText(path: string, name: string, value: string): void {
        this.setRaw(path, name, TYPES.ExpandString, fromText(value));
    }

    setTexts(path: string, name: string, value: readonly string[]): void {
        this.setRaw(path, name, TYPES.MultiString, fromTexts(value));
    }

    setBinary(path: string, name: string, value: Buffer): void {
        this.setRaw(path, name, TYPES.Binary, value);
    }

    /** Any type, any bytes. */
    setRaw(path: string, name: string, type: number, data: Buffer): void {
        this.registry.ensure(below(path)).key.put({ name, type, data }, this.registry.now());
    }

    createKey(path: string): void {
        this.registry.ensure(below(path));
    }

    remove(path: string, name: string): boolean {
        return this.key(path)?.drop(name, this.registry.now()) ?? false;
    }

    removeTree(path: string): boolean {
        return this.registry.removeTree(below(path));
    }

    lastWrite(path: string): Date | undefined {
        return this.key(path)?.lastWrite;
    }

    /** The agent's account may not do that with the key and all below, which must exist. */
    deny(path: string, ...access: readonly Access[]): void {
        const key = this.key(path);
        if (key === undefined) throw new Error(`There is no key ${path}.`);
        for (const one of access) key.denied.add(one);
    }

    allow(path: string): void {
        this.key(path)?.denied.clear();
    }

    /** A sub-tree as text, to compare before with after: kinds and data, `absent` where there is no such key. */
    dump(path: string): string {
        return dump(below(path), this.key(path));
    }

    private key(path: string): Key | undefined {
        return this.registry.find(below(path));
    }

    private data(path: string, name: string, type: number): Buffer | undefined {
        const value = this.key(path)?.value(name);
        return value?.type === type ? value.data : undefined;
    }
}

function below(path: string): string {
    return segmentsOf(path.replace(/^HK(?:LM|EY_LOCAL_MACHINE)(?:\\|$)/i, "")).join("\\");
}
