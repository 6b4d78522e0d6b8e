import type { Case } from "./case";
import type { FieldTable } from "./field";
import type { CrossRule, Rule } from "./rule";
import type { FieldValues } from "./values";

/** The cmdlets of a kind. A singleton (an object that always exists) has neither `create` nor `remove`. */
export interface Cmdlets {
    readonly get: string;
    readonly change: string;
    readonly create?: string;
    readonly remove?: string;
}

/** An argument that lifts a rule, and what its author takes upon himself. */
export type Exceptions = Readonly<Record<string, string>>;

/** One kind of Exchange object: data and pure functions, no I/O, no Pulumi. */
export interface Kind {
    /** Name of the resource class and of the export that the state refers to. */
    readonly type: string;
    /** What people call it, e.g. `send connector`. */
    readonly noun: string;
    readonly fields: FieldTable;
    readonly cmdlets: Cmdlets;
    /** An object of one server has the field `server`, which its identity begins with. */
    readonly perServer: boolean;
    /** Hold for the object as it would be: live overlaid with what is declared. */
    readonly rules: readonly Rule[];
    /** Hold for what the program says, beside `rules`. */
    readonly inputRules: readonly Rule[];
    /** Hold between the object and what is around it. */
    readonly crossRules: readonly CrossRule[];
    /** Arguments that lift rules: name → documentation. */
    readonly exceptions: Exceptions;
    /** What a new object has where nothing is declared, as far as the rules ask for it. */
    initial(declared: FieldValues): FieldValues;
    /**
     * What Exchange demands to be written in the same call: `wanted` holds the fields that are about to change,
     * `declared` what the program says, `merged` live overlaid with it.
     */
    companions(change: { wanted: FieldValues; declared: FieldValues; merged: FieldValues }): FieldValues;
    /** Whether setup or EdgeSync made it: such an object is never removed, and its Fqdn never changed. */
    isBuiltIn(name: string, server: string | undefined): boolean;
    /** What the object means for TLS, in words: an output. Undefined where the kind says nothing of it. */
    effectiveTls?(values: FieldValues): string;
    /** Server → the certificate that it would present, in words; undefined where none matters to what is declared. */
    certificates?(subject: Case): Readonly<Record<string, string>> | undefined;
    /** What happens to mail, or gets lost, when this object goes: stands in the output `onDestroy` and in warnings. */
    onRemoval?(subject: Case): readonly string[];
}
