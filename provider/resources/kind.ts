import type { FieldTable } from "./field";
import type { Rule } from "./rule";
import type { FieldValues } from "./values";

/** The cmdlets of a kind. A singleton (an object that always exists) has neither `create` nor `remove`. */
export interface Cmdlets {
    readonly get: string;
    readonly change: string;
    readonly create?: string;
    readonly remove?: string;
}

/** One kind of Exchange object: data and pure functions, no I/O, no Pulumi. */
export interface Kind {
    /** Name of the resource class and of the export that the state refers to. */
    readonly type: string;
    /** What people call it, e.g. `send connector`. */
    readonly noun: string;
    readonly fields: FieldTable;
    readonly cmdlets: Cmdlets;
    /** Hold for the object as it would be: live overlaid with what is declared. */
    readonly rules: readonly Rule[];
    /** Hold for what the program says, beside `rules`. */
    readonly inputRules: readonly Rule[];
    /** What a new object has where nothing is declared, as far as the rules ask for it. */
    readonly initial: FieldValues;
    /**
     * What Exchange demands to be written in the same call: `wanted` holds the fields that are about to change,
     * `declared` what the program says, `merged` live overlaid with it.
     */
    companions(change: { wanted: FieldValues; declared: FieldValues; merged: FieldValues }): FieldValues;
}
