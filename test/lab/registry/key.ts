import { alphabetical, fold } from "./fold.js";
import { type RegistryValue, sameData } from "./value.js";

/** What may be forbidden to the account. */
export type Access = "read" | "write";

/** One key: sub-keys and values by name, whatever its case; the case of the first writing stays. */
export class Key {
    private readonly keys = new Map<string, Key>();
    private readonly held = new Map<string, RegistryValue>();
    /** Holds for all below, too. */
    readonly denied = new Set<Access>();

    constructor(
        readonly name: string,
        readonly parent: Key | null,
        private written: Date,
    ) {}

    get lastWrite(): Date {
        return this.written;
    }

    isDenied(access: Access): boolean {
        return this.denied.has(access) || this.parent?.isDenied(access) === true;
    }

    subKey(name: string): Key | undefined {
        return this.keys.get(fold(name));
    }

    subKeys(): readonly Key[] {
        return [...this.keys.values()].sort((a, b) => alphabetical(a.name, b.name));
    }

    addSubKey(name: string, now: Date): Key {
        const key = new Key(name, this, now);
        this.keys.set(fold(name), key);
        this.written = now;
        return key;
    }

    removeSubKey(name: string, now: Date): boolean {
        const removed = this.keys.delete(fold(name));
        if (removed) this.written = now;
        return removed;
    }

    value(name: string): RegistryValue | undefined {
        return this.held.get(fold(name));
    }

    /** In the order in which they were first written. */
    values(): readonly RegistryValue[] {
        return [...this.held.values()];
    }

    /** Tells whether something is different now; the time is a new one anyhow. */
    put(value: RegistryValue, now: Date): boolean {
        const before = this.value(value.name);
        this.held.set(fold(value.name), { ...value, name: before?.name ?? value.name });
        this.written = now;
        return !sameData(value, before);
    }

    drop(name: string, now: Date): boolean {
        const dropped = this.held.delete(fold(name));
        if (dropped) this.written = now;
        return dropped;
    }

    get isEmpty(): boolean {
        return this.keys.size === 0 && this.held.size === 0;
    }

    /** Takes over all that another key holds, times among it. */
    takeFrom(other: Key): void {
        this.written = other.written;
        for (const value of other.values()) this.held.set(fold(value.name), value);
        for (const key of other.subKeys()) {
            const copy = new Key(key.name, this, key.written);
            copy.takeFrom(key);
            this.keys.set(fold(key.name), copy);
        }
    }
}
