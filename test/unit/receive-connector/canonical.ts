import type { Field } from "../../../provider/resources/field";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { asSet, type FieldValue, type FieldValues } from "../../../provider/resources/values";

/** Values as a program spells them, in their canonical form; throws for what the schema would refuse. */
export function canonical(spelled: Readonly<Record<string, unknown>>): FieldValues {
    return Object.fromEntries(
        Object.entries(spelled).map(([name, value]) => {
            const field = receiveConnector.fields[name];
            if (field === undefined) throw new Error(`no field ${name}`);
            return [name, fieldValue(name, field, value)];
        }),
    );
}

function fieldValue(name: string, { type, list, flags }: Field, value: unknown): FieldValue {
    if (flags !== undefined) {
        const parsed = flags.parse(value);
        if (!parsed.ok) throw new Error(`${name}: ${parsed.expected}`);
        return parsed.canonical;
    }
    const one = (entry: unknown) => {
        const parsed = type.parse(entry);
        if (!parsed.ok) throw new Error(`${name}: ${parsed.expected}`);
        return parsed.canonical;
    };
    return list === undefined ? one(value) : asSet((value as readonly unknown[]).map(one));
}
