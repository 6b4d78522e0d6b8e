import type { Field, FieldTable } from "../../resources/field";
import { type FieldValue, isList } from "../../resources/values";
import type { WireArgument } from "../../session/frames";
import type { Canonical } from "../../values/value-type";
import { type Texts, textsToSend } from "../observe/as-typed";
import type { Live } from "../observe/live";
import { MASK } from "../tell/mask";

/** One difference between live and desired, and how it is written. */
export type Change =
    | {
          readonly field: string;
          readonly how: "set";
          readonly from: FieldValue | undefined;
          readonly to: FieldValue;
          /** How somebody spelled what is put back. */
          readonly texts?: Texts;
      }
    | {
          readonly field: string;
          readonly how: "merge";
          readonly add: readonly Canonical[];
          readonly remove: readonly Canonical[];
      };

/** The cmdlet's arguments for what is set as a whole; `live`: the object, where there is one. */
export function argumentsFor(
    fields: FieldTable,
    changes: readonly Change[],
    live?: Live,
): Record<string, WireArgument> {
    const entries = changes.flatMap((change) => {
        const field = fields[change.field];
        if (field === undefined || change.how === "merge") return [];
        const texts = live === undefined ? {} : textsToSend(field, change.texts, live);
        return [[field.parameter, argumentOf(field, change.to, texts)]];
    });
    return Object.fromEntries(entries);
}

function argumentOf({ type, flags }: Field, to: FieldValue, texts: Texts): WireArgument {
    if (isList(to)) {
        if (flags !== undefined) return flags.print(to.map(String));
        return to.length === 0 ? { $: "null" } : to.map((entry) => texts[String(entry)] ?? String(type.print(entry)));
    }
    if (to === null) return { $: "null" };
    return type.argument?.(to) ?? texts[String(to)] ?? type.print(to);
}

/** A change in words: `requireTls: false -> true`, `tlsSendDomainSecureList: + fabrikam.com, - contoso.com`. */
export function inWords(fields: FieldTable, change: Change): string {
    if (fields[change.field]?.secret) return `${change.field}: ${MASK}`;
    const show = (value: FieldValue | undefined) => shown(fields, change.field, value);
    const signed = (added: readonly Canonical[], removed: readonly Canonical[]) => {
        const print = (entry: Canonical) => String(fields[change.field]?.type.print(entry) ?? entry);
        return [...added.map((entry) => `+ ${print(entry)}`), ...removed.map((entry) => `- ${print(entry)}`)].join(
            ", ",
        );
    };
    if (change.how === "merge") return `${change.field}: ${signed(change.add, change.remove)}`;
    if (isList(change.to) && isList(change.from)) {
        const [from, to] = [change.from, change.to];
        const added = to.filter((entry) => !from.includes(entry));
        const removed = from.filter((entry) => !to.includes(entry));
        return `${change.field}: ${signed(added, removed)}`;
    }
    return `${change.field}: ${show(change.from)} -> ${show(change.to)}`;
}

/** A value as people read it; `texts`: in what spelling, where somebody typed another one. */
export function shown(fields: FieldTable, name: string, value: FieldValue | undefined, texts: Texts = {}): string {
    const { type, flags, secret } = fields[name] ?? {};
    if (secret) return MASK;
    if (value === undefined) return "(not readable)";
    if (flags !== undefined && isList(value)) return flags.print(value.map(String));
    const textOf = (entry: Canonical) => texts[String(entry)] ?? String(type?.print(entry) ?? entry);
    if (isList(value)) return `[${value.map(textOf).join(", ")}]`;
    return value === null ? "(none)" : textOf(value);
}
