/** What a directory holds: settings that replicate one by one, as attributes do, and a few properties beside them. */
export interface DirectoryObject {
    readonly guid: string;
    readonly created: Date;
    readonly changed: Date;
    readonly settings: object;
}

/** One write as it travels from one domain controller to the others. */
export interface Change<T extends DirectoryObject> {
    readonly guid: string;
    /** Grows with every write anywhere. */
    readonly stamp: number;
    /** The object as it became where it was written; null: removed. */
    readonly object: T | null;
    /** The attributes that were written. */
    readonly attributes: readonly string[];
    /** A new object is shown only after so many reads. */
    readonly hiddenFor: number;
}

interface Entry {
    readonly attributes: Map<string, { readonly value: unknown; readonly stamp: number }>;
    hiddenFor: number;
}

/** Objects of one kind as one domain controller has them. */
export class Replica<T extends DirectoryObject> {
    private readonly entries = new Map<string, Entry>();
    private readonly removed = new Set<string>();

    /** In the order of their last change. `all`: also what isn't shown yet. */
    list(all: boolean): readonly T[] {
        const shown = [...this.entries].filter(([, { hiddenFor }]) => all || hiddenFor === 0);
        return shown.map(([guid, { attributes }]) => objectOf<T>(guid, attributes));
    }

    get(guid: string): T | undefined {
        const entry = this.entries.get(guid);
        return entry === undefined ? undefined : objectOf<T>(guid, entry.attributes);
    }

    /** Somebody has looked: what isn't shown yet comes one read nearer. */
    looked(): void {
        for (const entry of this.entries.values()) entry.hiddenFor = Math.max(0, entry.hiddenFor - 1);
    }

    showAll(): void {
        for (const entry of this.entries.values()) entry.hiddenFor = 0;
    }

    /** The last writer of an attribute wins; what has been removed never comes back. */
    apply({ guid, stamp, object, attributes, hiddenFor }: Change<T>): void {
        if (object === null) {
            this.removed.add(guid);
            this.entries.delete(guid);
            return;
        }
        if (this.removed.has(guid)) return;
        const known = this.entries.get(guid);
        const entry: Entry = known ?? { attributes: new Map(), hiddenFor };
        for (const [name, value] of attributesOf(object)) {
            const newer = stamp > (entry.attributes.get(name)?.stamp ?? -1);
            if (known === undefined || (newer && attributes.includes(name)))
                entry.attributes.set(name, { value, stamp });
        }
        this.entries.delete(guid);
        this.entries.set(guid, entry);
    }
}

/** Names of what differs; everything is new where there was nothing before. */
export function changedAttributes<T extends DirectoryObject>(before: T | undefined, after: T): readonly string[] {
    const old = before === undefined ? new Map<string, unknown>() : attributesOf(before);
    return [...attributesOf(after)]
        .filter(([name, value]) => JSON.stringify(old.get(name)) !== JSON.stringify(value))
        .map(([name]) => name);
}

const SETTING = "settings.";

function attributesOf<T extends DirectoryObject>(object: T): Map<string, unknown> {
    const { guid, settings, ...beside } = object;
    const prefixed = Object.entries(settings).map(([name, value]) => [`${SETTING}${name}`, value] as const);
    return new Map<string, unknown>([...Object.entries(beside), ...prefixed]);
}

function objectOf<T extends DirectoryObject>(guid: string, attributes: Entry["attributes"]): T {
    const object: Record<string, unknown> = { guid };
    const settings: Record<string, unknown> = {};
    for (const [name, { value }] of attributes) {
        if (name.startsWith(SETTING)) settings[name.slice(SETTING.length)] = value;
        else object[name] = value;
    }
    // Taken apart by `attributesOf`, put together again.
    return { ...object, settings } as unknown as T;
}
