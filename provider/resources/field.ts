import type { FlagSet } from "../values/flags";
import type { ValueType } from "../values/value-type";
import type { Release } from "./release";

/** How the entries of a list are owned. `merge`: ours are present, others are left alone. `exact`: the list is as written. */
export type ListMode = "merge" | "exact";

/**
 * One settable property of an Exchange object: the single source for the schema, the types and the documentation of
 * the sdk, the comparison, the cmdlet's arguments and the agent's allow-list.
 */
export interface Field {
    /** Name of the cmdlet's parameter, and of the property on the object that `Get-` returns. */
    readonly parameter: string;
    /** The type of the value; for a list and for flags, of one entry. */
    readonly type: ValueType;
    /** Present for a list, with the mode that holds when the program names none. Lists are compared as sets. */
    readonly list?: {
        readonly mode: ListMode;
        readonly notEmpty?: boolean;
        /** False: `@{Add;Remove}` works in practice, but no page of the reference promises it (sheet, 2.4). */
        readonly editable?: false;
    };
    /** Present for a flags enumeration: a set of names that is written as one text, always as a whole. */
    readonly flags?: FlagSet;
    /** `new`: only where the object has to be made, so that what is there can be taken over without. */
    readonly required?: true | "new";
    /** The only cmdlet that takes it: a `New` one says what a new object is, a `Set` one is written after it. */
    readonly only?: "New" | "Set";
    /** False for what the object never shows again: it cannot be compared with what is live. */
    readonly readable?: false;
    /** Never in a table: added for one resource whose program says so. No text shows its value. */
    readonly secret?: true;
    /** First Exchange release that takes it. */
    readonly since: Release;
    /** Last one, where it is gone by now. */
    readonly until?: Release;
    /** 3: core TLS setting; 2: authentication that interacts with TLS; 1: where TLS applies; 0: none. */
    readonly tls: 0 | 1 | 2 | 3;
    /** For the documentation only: live defaults differ, so no comparison ever uses it. */
    readonly default: string;
    readonly doc: string;
}

/** Rows by TypeScript name. */
export type FieldTable = Readonly<Record<string, Field>>;

/** Whether the values of a field are sets. */
export function isSet({ list, flags }: Field): boolean {
    return list !== undefined || flags !== undefined;
}
