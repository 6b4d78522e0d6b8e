import type { ValueType } from "../values/value-type";

/** How the entries of a list are owned. `merge`: ours are present, others are left alone. `exact`: the list is as written. */
export type ListMode = "merge" | "exact";

/**
 * One settable property of an Exchange object: the single source for the schema, the types and the documentation of
 * the sdk, the comparison, the cmdlet's arguments and the agent's allow-list.
 */
export interface Field {
    /** Name of the cmdlet's parameter, and of the property on the object that `Get-` returns. */
    readonly parameter: string;
    /** The type of the value; for a list, of one entry. */
    readonly type: ValueType;
    /** Present for a list, with the mode that holds when the program names none. Lists are compared as sets. */
    readonly list?: { readonly mode: ListMode; readonly notEmpty?: boolean };
    readonly required?: boolean;
    /** First Exchange version that takes it. */
    readonly since: "2007 SP1" | "2010" | "2013";
    /** 3: core TLS setting; 2: authentication that interacts with TLS; 1: where TLS applies; 0: none. */
    readonly tls: 0 | 1 | 2 | 3;
    /** For the documentation only: live defaults differ, so no comparison ever uses it. */
    readonly default: string;
    readonly doc: string;
}

/** Rows by TypeScript name. */
export type FieldTable = Readonly<Record<string, Field>>;
