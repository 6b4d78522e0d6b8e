import type { Case } from "./case";
import type { FieldValues } from "./values";

/** `error`: Exchange refuses it, or mail stops. `warning`: it is only unwise. */
export type Severity = "error" | "warning";

/**
 * One condition over several properties of one object. `when` is true only when the values at hand violate it for
 * certain: a property that is not known never does, so the same rule serves inputs alone (check) and merged state (plan).
 */
export interface Rule {
    /** Code of the reference sheet or of the safety rules, e.g. `S5`. */
    readonly code: string;
    readonly severity: Severity;
    when(values: FieldValues): boolean;
    /** What is wrong and what to declare instead. */
    readonly text: string;
    /** Argument of the resource that lifts the rule when it is true, e.g. `acceptPlainTextLoss`. Named in the text. */
    readonly exception?: string;
}

/** What a rule over several objects found wrong. */
export interface Finding {
    readonly severity: Severity;
    /** What is wrong, with the names of what is involved, and what to do instead. */
    readonly text: string;
    /** A property that is wrong here whatever its value is, although an object that is there shows one. */
    readonly leaveOut?: string;
}

/**
 * One condition between an object and what is around it: other objects, servers, certificates. A fact that cannot be
 * had makes `find` throw `NotChecked`, which is reported as a warning.
 */
export interface CrossRule {
    readonly code: string;
    /** What the rule demands, for the documentation. */
    readonly text: string;
    readonly exception?: string;
    /**
     * What it finds among the objects that a run declares holds whatever else is live: it is judged, too, where no
     * server is asked.
     */
    readonly amongDeclared?: true;
    /** Exchange refuses every `Set-` while it holds: it is an error even where this change does not cause it. */
    readonly enforced?: true;
    find(subject: Case): readonly Finding[];
}

/** An auxiliary fact that only a rule needs cannot be read. */
export class NotChecked extends Error {}
