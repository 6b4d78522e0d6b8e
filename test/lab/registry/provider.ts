import { DotNetException, type DotNetValue } from "./dot-net-value.js";
import { fold } from "./fold.js";
import type { Key } from "./key.js";
import { providerData, providerKind, providerValue } from "./provider-data.js";
import { errors } from "./provider-error.js";
import { keyAt, normalised } from "./provider-path.js";
import type { Registry } from "./registry.js";
import { type KnownKind, kindOf } from "./value.js";

/** The drive `HKLM:` of PowerShell with its traps (sheets 11 and 12). Errors are thrown, also those that end nothing. */
export class RegistryDrive {
    constructor(private readonly registry: Registry) {}

    /** Also where access is denied. */
    testPath(path: string): boolean {
        return this.key(path) !== undefined;
    }

    /** -Force on a key that is there deletes it with all below, then makes it empty (!). */
    newItem(path: string, { force = false, name }: { readonly force?: boolean; readonly name?: string } = {}): void {
        const target = normalised(name === undefined ? path : `${path}\\${name}`);
        const found = keyAt(this.registry, target);
        if (found !== undefined && !force) throw errors.exists();
        const [, parent = "", leaf = target] = /^(.*)\\([^\\]*)$/.exec(target) ?? [];
        const above = keyAt(this.registry, parent);
        if (above === undefined && !force) throw errors.noParent();
        refuse(found ?? above);
        if (found !== undefined) found.parent?.removeSubKey(found.name, this.registry.now());
        const at = keyAt(this.registry, parent) ?? this.registry.ensure(parent).key;
        at.addSubKey(leaf, this.registry.now());
    }

    /** `name` may have wildcards; one that matches nothing is no error, a name without them is. */
    getItemProperty(path: string, name = "*"): Readonly<Record<string, DotNetValue | null>> {
        const key = this.existing(path);
        if (key.isDenied("read")) throw new DotNetException("SecurityException", "Denied.", "PermissionDenied");
        const found = key.values().filter((value) => wildcard(name).test(fold(value.name)));
        if (found.length === 0 && !/[*?]/.test(name)) throw errors.noProperty(name);
        return Object.fromEntries(found.map((value) => [value.name, providerValue(value)]));
    }

    newItemProperty(path: string, name: string, value: DotNetValue, type?: KnownKind, force = false): void {
        const key = this.existing(path);
        if (key.value(name) !== undefined && !force) throw errors.exists();
        this.write(key, name, value, type ?? providerKind(value));
    }

    /** Without a kind an existing value keeps its own, where that takes what is given. */
    setItemProperty(path: string, name: string, value: DotNetValue, type?: KnownKind): void {
        const key = this.existing(path);
        const there = key.value(name);
        const kind = there === undefined ? undefined : kindOf(there.type);
        if (type !== undefined || kind === undefined || kind === "Unknown" || !takes(kind, value)) {
            this.write(key, name, value, type ?? providerKind(value));
        } else this.write(key, name, value, kind);
    }

    removeItemProperty(path: string, name: string): void {
        const key = this.existing(path);
        refuse(key);
        if (!key.drop(name, this.registry.now())) throw errors.noProperty(name);
    }

    /** With children it asks unless told to recurse, also with -Force. */
    removeItem(path: string, recurse = false): void {
        const key = this.existing(path);
        if (!recurse && key.subKeys().length > 0) throw errors.confirmation();
        refuse(key);
        key.parent?.removeSubKey(key.name, this.registry.now());
    }

    private key(path: string): Key | undefined {
        return keyAt(this.registry, normalised(path));
    }

    private existing(path: string): Key {
        const key = this.key(path);
        if (key === undefined) throw errors.pathNotFound(path);
        return key;
    }

    private write(key: Key, name: string, value: DotNetValue, kind: KnownKind): void {
        refuse(key);
        key.put({ name, ...providerData(value, kind) }, this.registry.now());
    }
}

function refuse(key: Key | undefined): void {
    if (key?.isDenied("write")) throw new DotNetException("SecurityException", "Denied.", "PermissionDenied");
}

function takes(kind: KnownKind, value: DotNetValue): boolean {
    try {
        providerData(value, kind);
        return true;
    } catch {
        return false;
    }
}

function wildcard(name: string): RegExp {
    const literal = fold(name).replace(/[\\^$.|+()[\]{}]/g, "\\$&");
    return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
}
