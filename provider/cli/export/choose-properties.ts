import type { Live } from "../../lifecycle/observe/live";
import { spelledOf } from "../../lifecycle/tell/spelled";
import type { Wire } from "../../pulumi/engine/wire";
import type { Field } from "../../resources/field";
import type { Kind } from "../../resources/kind";
import type { FieldValue } from "../../resources/values";
import { addressSpace } from "../../values/address-space";

/**
 * The properties of an object that stand in its program. All core TLS settings that have a value, so that a change of
 * any of them shows as drift; what else has to do with TLS or says where the connector applies, unless it says nothing
 * (null, empty, false, None); of the rest `enabled: false` and the comment. Documented defaults play no part, because
 * those of real servers differ (sheet, 3.4).
 */
export function chooseProperties(kind: Kind, live: Live, everyProperty: boolean): Wire {
    const all = Object.entries(spelledOf(kind, live));
    const chosen = all.filter(([name]) => {
        const field = kind.fields[name];
        return field !== undefined && (everyProperty || belongs(name, field, live.values[name]));
    });
    return Object.fromEntries(chosen.map(([name, value]) => [name, short(kind.fields[name], value)]));
}

function belongs(name: string, field: Field, value: FieldValue | undefined): boolean {
    if (field.required) return true;
    if (name === "enabled") return value === false;
    if (name === "comment") return value !== null;
    if (field.tls === 3) return field.flags !== undefined || !isEmpty(value);
    return field.tls > 0 && !isEmpty(value) && value !== false && value !== "None";
}

function isEmpty(value: FieldValue | undefined): boolean {
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * As people write it. An entry of a shared list that nobody understands is left to whoever put it there; in any other
 * list it stays, and is refused.
 */
function short(field: Field | undefined, value: unknown): unknown {
    if (!Array.isArray(value) || field?.list === undefined) return value;
    const { type, list } = field;
    const entries = list.mode === "merge" ? value.filter((entry) => type.parse(entry).ok) : value;
    return type === addressSpace ? entries.map(shortSpace) : entries;
}

/** `fabrikam.com` for `SMTP:fabrikam.com;1`. */
function shortSpace(text: string): string {
    const [, space] = /^SMTP:(.+);1$/i.exec(text) ?? [];
    return space ?? text;
}
