import { type FieldValues, isList } from "../values";

/** Has a value or an entry; a value that is not known is neither `filled` nor `empty`. */
export function filled(values: FieldValues, name: string): boolean {
    const value = values[name];
    return isList(value) ? value.length > 0 : value !== undefined && value !== null;
}

/** Known to have no value or no entry. */
export function empty(values: FieldValues, name: string): boolean {
    const value = values[name];
    return isList(value) ? value.length === 0 : value === null;
}
