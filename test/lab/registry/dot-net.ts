import type { RegistryKind } from "../../../provider/session/frames.js";
import { detectedKind, dotNetValue, rawData } from "./dot-net-data.js";
import { DotNetException, type DotNetValue, text } from "./dot-net-value.js";
import { expanded } from "./expand.js";
import type { Access, Key } from "./key.js";
import { type Registry, segmentsOf, type View } from "./registry.js";
import { type KnownKind, kindOf } from "./value.js";

const LONGEST_KEY = 255;
const LONGEST_VALUE = 16_383;

/** .NET's RegistryKey (sheet 10): only `\` separates, CreateSubKey opens what is there untouched. */
export class RegistryKey {
    private constructor(
        private readonly registry: Registry,
        private readonly view: View,
        /** Path below the hive. */
        readonly path: string,
        private readonly key: Key,
        private readonly writable: boolean,
    ) {}

    static openBaseKey(registry: Registry, view: View): RegistryKey {
        return new RegistryKey(registry, view, "", registry.root, true);
    }

    openSubKey(name: string, writable = false): RegistryKey | null {
        const path = this.below(name);
        const key = this.registry.find(path, this.view);
        if (key === undefined) return null;
        if (denied(key, writable)) throw new DotNetException("SecurityException", "That access isn't allowed.");
        return new RegistryKey(this.registry, this.view, path, key, writable);
    }

    createSubKey(name: string): RegistryKey & { readonly created: readonly string[] } {
        this.mustBeWritable();
        const path = this.below(name);
        if (this.nearest(path).isDenied("write")) throw unauthorized();
        const { key, created } = this.registry.ensure(path, this.view);
        return Object.assign(new RegistryKey(this.registry, this.view, path, key, true), { created });
    }

    getSubKeyNames(): readonly string[] {
        return this.key.subKeys().map(({ name }) => name);
    }

    getValueNames(): readonly string[] {
        return this.key.values().map(({ name }) => name);
    }

    /** null where there is none, or none that can be read. */
    getValue(name: string, doNotExpand = false): DotNetValue | null {
        const value = this.key.value(name);
        if (value === undefined) return null;
        const read = dotNetValue(value);
        const expands = kindOf(value.type) === "ExpandString" && !doNotExpand;
        return expands && read?.type === "String" ? text(expanded(read.value)) : read;
    }

    getValueKind(name: string): RegistryKind {
        const value = this.key.value(name);
        if (value === undefined) throw new DotNetException("IOException", "There is no such value.");
        return kindOf(value.type);
    }

    /** Tells whether something is different now. */
    setValue(name: string, value: DotNetValue | null, kind?: KnownKind): boolean {
        if (value === null) throw new DotNetException("ArgumentNullException", "The value is null.");
        if (name.length > LONGEST_VALUE) throw argument("The value's name is too long.");
        this.mustBeWritable();
        return this.key.put({ name, ...rawData(value, kind ?? detectedKind(value)) }, this.registry.now());
    }

    deleteValue(name: string, throwOnMissing = true): boolean {
        this.mustBeWritable();
        const dropped = this.key.drop(name, this.registry.now());
        if (!dropped && throwOnMissing) throw argument("There is no such value.");
        return dropped;
    }

    /** Values are no obstacle (!), sub-keys are. */
    deleteSubKey(name: string, throwOnMissing = true): boolean {
        const key = this.toDelete(name, throwOnMissing);
        if (key === undefined) return false;
        if (key.subKeys().length > 0) throw new DotNetException("InvalidOperationException", "The key has sub-keys.");
        return this.remove(key);
    }

    deleteSubKeyTree(name: string, throwOnMissing = true): boolean {
        const key = this.toDelete(name, throwOnMissing);
        return key === undefined ? false : this.remove(key);
    }

    private toDelete(name: string, throwOnMissing: boolean): Key | undefined {
        this.mustBeWritable();
        const key = this.registry.find(this.below(name), this.view);
        if (key === undefined && throwOnMissing) throw argument("There is no such key.");
        return key;
    }

    private remove(key: Key): boolean {
        if (key.isDenied("write")) throw unauthorized();
        return key.parent?.removeSubKey(key.name, this.registry.now()) ?? false;
    }

    private below(name: string): string {
        const segments = segmentsOf(name);
        if (segments.some((one) => one.length > LONGEST_KEY)) throw argument("The key's name is too long.");
        return [...segmentsOf(this.path), ...segments].join("\\");
    }

    /** The innermost key of the path that there is. */
    private nearest(path: string): Key {
        const segments = segmentsOf(path);
        for (let length = segments.length; length > 0; length -= 1) {
            const key = this.registry.find(segments.slice(0, length).join("\\"), this.view);
            if (key !== undefined) return key;
        }
        return this.registry.root;
    }

    private mustBeWritable(): void {
        if (!this.writable) throw unauthorized();
    }
}

function denied(key: Key, writable: boolean): boolean {
    const needed: readonly Access[] = writable ? ["read", "write"] : ["read"];
    return needed.some((access) => key.isDenied(access));
}

function unauthorized(): DotNetException {
    return new DotNetException("UnauthorizedAccessException", "The key can't be written to.");
}

function argument(why: string): DotNetException {
    return new DotNetException("ArgumentException", why);
}
