import { isSet } from "../../../provider/resources/field";
import type { Kind } from "../../../provider/resources/kind";
import { asSet, type FieldValue, type FieldValues } from "../../../provider/resources/values";
import type { Canonical } from "../../../provider/values/value-type";

/** Values as a program spells them, in canonical form; of only those that are given. */
export function canonical({ fields }: Kind, values: Readonly<Record<string, unknown>>): FieldValues {
    return Object.fromEntries(
        Object.entries(values).map(([name, value]): [string, FieldValue] => {
            const field = fields[name];
            if (field === undefined) throw new Error(`no field ${name}`);
            const one = (entry: unknown): Canonical => {
                const parsed = field.type.parse(entry);
                if (!parsed.ok) throw new Error(`${name}: expected ${parsed.expected}`);
                return parsed.canonical;
            };
            if (!isSet(field)) return [name, one(value)];
            if (!Array.isArray(value)) throw new Error(`${name}: expected a list`);
            const flags = field.flags?.parse(value);
            if (flags !== undefined && !flags.ok) throw new Error(`${name}: expected ${flags.expected}`);
            return [name, flags?.canonical ?? asSet(value.map(one))];
        }),
    );
}
