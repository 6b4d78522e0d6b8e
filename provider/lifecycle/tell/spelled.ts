import type { Field } from "../../resources/field";
import type { Kind } from "../../resources/kind";
import { type FieldValue, isList } from "../../resources/values";
import type { WireObject } from "../../session/frames";
import type { Spelled } from "../declared";
import { type Live, textsOf } from "../observe/live";

/** Everything that an object shows, as a program would write it. Entries of lists keep the server's own spelling. */
export function spelledOf({ fields }: Kind, { values, wire }: Live): Readonly<Record<string, Spelled>> {
    return Object.fromEntries(
        Object.entries(fields).flatMap(([name, field]) => {
            const value = values[name];
            return value === undefined ? [] : [[name, spellingOf(field, value, wire)]];
        }),
    );
}

function spellingOf({ type, flags, parameter }: Field, value: FieldValue, wire: WireObject): Spelled {
    if (!isList(value)) return type.print(value);
    if (flags !== undefined) return flags.print(value.map(String)).split(", ");
    return [...textsOf(wire[parameter] ?? null, type.parse).values()];
}
