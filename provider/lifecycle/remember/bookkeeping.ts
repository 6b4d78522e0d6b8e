import type { ListMode } from "../../resources/field";
import { asSet, type FieldValue, type FieldValues, isList } from "../../resources/values";
import type { Canonical } from "../../values/value-type";
import type { Texts } from "../observe/as-typed";
import { stale, trace } from "./written";

/** The value that a property had before us, and the one we want in its place. */
export interface Previous {
    readonly was: FieldValue;
    readonly wrote: FieldValue;
    /** How the server showed what was there, where we would spell it otherwise. */
    readonly texts?: Texts;
}

/** What a resource remembers of its own doing: the only things that live state cannot tell. Kept in hidden outputs. */
export interface Bookkeeping {
    /** Whether destroy removes the object. */
    readonly owned: boolean;
    /** Entries that this resource added, by list. */
    readonly added: Readonly<Record<string, readonly Canonical[]>>;
    /** What destroy puts back, by property. Empty when the object is owned. */
    readonly previous: Readonly<Record<string, Previous>>;
    /**
     * Salted fingerprints of what was written and cannot be read again, by property; of what the program no longer
     * declares, only that it was.
     */
    readonly written: Readonly<Record<string, string>>;
}

/** No fingerprint: whatever is declared later is another value. */
const RELEASED = "";

export const nothingKept: Bookkeeping = { owned: false, added: {}, previous: {}, written: {} };

/** Everything that is declared counts as ours as well: the object, or the entries of an object that always exists. */
export function claim(kept: Bookkeeping, values: FieldValues, singleton: boolean): Bookkeeping {
    if (!singleton) return { ...kept, owned: true, previous: {} };
    const lists = Object.entries(values).filter((entry): entry is [string, readonly Canonical[]] => isList(entry[1]));
    const added = lists.map(([name, entries]) => [name, asSet([...(kept.added[name] ?? []), ...entries])]);
    return { ...kept, owned: true, added: { ...kept.added, ...Object.fromEntries(added) } };
}

/** The entries of a list that this resource put there: one by one, or by having written the list as a whole. */
export function oursIn(kept: Bookkeeping, field: string): readonly Canonical[] {
    const whole = kept.previous[field];
    const written = whole && isList(whole.wrote) ? whole.wrote : [];
    const before = whole && isList(whole.was) ? whole.was : [];
    return asSet([...(kept.added[field] ?? []), ...written.filter((entry) => !before.includes(entry))]);
}

export interface Taken {
    /** What the resource wants of the properties that it declares or must change along. */
    readonly wanted: FieldValues;
    /** Live values before the write. */
    readonly before: FieldValues;
    /** How they are spelled there, by property. */
    readonly texts?: Readonly<Record<string, Texts>>;
    readonly modes: Readonly<Record<string, ListMode>>;
    /** Properties that cannot be read again. */
    readonly writeOnly: readonly string[];
    /** The object exists for ever, so owning it means owning the entries. */
    readonly singleton: boolean;
}

/**
 * What is remembered once the resource has what it wants. A value taken over keeps what it was when it was *first*
 * taken, so that a repaired drift is not what destroy brings back; an entry that was there already is never ours.
 */
export function remember(
    kept: Bookkeeping,
    { wanted, before, texts = {}, modes, writeOnly, singleton }: Taken,
): Bookkeeping {
    const added: Record<string, readonly Canonical[]> = {};
    const previous: Record<string, Previous> = { ...kept.previous };
    const written: Record<string, string> = {};
    for (const [name, value] of Object.entries(wanted)) {
        const was = before[name];
        if (writeOnly.includes(name)) {
            const known = kept.written[name];
            written[name] = known === undefined || stale(known, value) ? trace(value) : known;
        } else if (isList(value) && (modes[name] === "merge" || (kept.owned && singleton))) {
            const missing = value.filter((entry) => !isList(was) || !was.includes(entry));
            const ours = asSet([...oursIn(kept, name).filter((entry) => value.includes(entry)), ...missing]);
            if (ours.length > 0) added[name] = ours;
            delete previous[name];
        } else if (!kept.owned && was !== undefined) {
            // Not `??`: null is a value that a property may have had.
            const first = kept.previous[name];
            previous[name] =
                first === undefined
                    ? { was: without(was, kept.added[name]), wrote: value, ...(texts[name] && { texts: texts[name] }) }
                    : { ...first, wrote: value };
        }
    }
    const released = kept.owned ? [] : Object.keys(kept.written).filter((name) => !(name in wanted));
    for (const name of released) written[name] = RELEASED;
    return { owned: kept.owned, added, previous, written };
}

function without(value: FieldValue, entries: readonly Canonical[] = []): FieldValue {
    return isList(value) ? value.filter((entry) => !entries.includes(entry)) : value;
}

/**
 * What is remembered while it is not known whether a write happened: an entry to be added may be ours already, one to be
 * taken out may be there still.
 */
export function eitherWay(before: Bookkeeping | undefined, after: Bookkeeping): Bookkeeping {
    const names = new Set([...Object.keys(before?.added ?? {}), ...Object.keys(after.added)]);
    const added = [...names].map((name) => [
        name,
        asSet([...(before?.added[name] ?? []), ...(after.added[name] ?? [])]),
    ]);
    // What cannot be read again is written once more.
    return { ...after, added: Object.fromEntries(added), written: before?.written ?? {} };
}
