import { type FieldValues, isList } from "../values";

/** Whether a set is known, and `entry` is in it. */
export function has(values: FieldValues, name: string, entry: string): boolean {
    const value = values[name];
    return isList(value) && value.includes(entry);
}

/** Whether a set is known, and `entry` is not in it. */
export function lacks(values: FieldValues, name: string, entry: string): boolean {
    return isList(values[name]) && !has(values, name, entry);
}

/** The entries of a set as texts; none where it is not known. */
export function textsOf(values: FieldValues, name: string): readonly string[] {
    const value = values[name];
    return isList(value) ? value.map(String) : [];
}
