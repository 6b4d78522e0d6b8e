import type { FieldValues } from "./values";

/**
 * One condition over several properties of one object. `when` is true only when the values at hand violate it for
 * certain: a property that is not known never does, so the same rule serves inputs alone (check) and merged state (plan).
 */
export interface Rule {
    /** Code of the reference sheet, e.g. `S5`. */
    readonly code: string;
    when(values: FieldValues): boolean;
    /** What is wrong and what to declare instead. */
    readonly text: string;
}

export function violated(rules: readonly Rule[], values: FieldValues): readonly Rule[] {
    return rules.filter((rule) => rule.when(values));
}
