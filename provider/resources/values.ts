import type { Canonical } from "../values/value-type";

/** The canonical value of one field; a list is sorted and without duplicates. */
export type FieldValue = Canonical | readonly Canonical[];

/** Canonical values by field name; a field that is not in it is not known or not declared. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

export function asSet(entries: Iterable<Canonical>): readonly Canonical[] {
    return [...new Set(entries)].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

export function isList(value: FieldValue | undefined): value is readonly Canonical[] {
    return Array.isArray(value);
}

export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
    if (!isList(a) || !isList(b)) return a === b;
    return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
