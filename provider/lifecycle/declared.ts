import { z } from "zod";
import { type Field, type FieldTable, isSet, type ListMode } from "../resources/field";
import type { Kind } from "../resources/kind";
import { asSet, type FieldValue } from "../resources/values";
import { certain, closedObject, issuesOf, type SchemaIssue } from "../schema-issues";
import { type ConnectionSettings, connectionSettings } from "../session/connection-settings";
import type { Canonical, ProgramValue } from "../values/value-type";

/** What the program says of an existing object; see product rule 6. */
export type Adopt = false | true | "own";

/** A value in the program's own spelling. */
export type Spelled = ProgramValue | readonly ProgramValue[] | Readonly<Record<string, ProgramValue>>;

/** What the program declares for one object. Properties that are known only later stand in `unknown` and nowhere else. */
export interface Declared {
    readonly values: Readonly<Record<string, FieldValue>>;
    readonly spelled: Readonly<Record<string, Spelled>>;
    readonly modes: Readonly<Record<string, ListMode>>;
    readonly adopt: Adopt;
    /** Exceptions that lift rules, by the argument's name. */
    readonly exceptions: ReadonlySet<string>;
    /** Undefined when it is known only later. */
    readonly connection: ConnectionSettings | undefined;
    readonly unknown: readonly string[];
    /** Properties that stay as they are once the object is there: the option `ignoreChanges`. */
    readonly ignored?: ReadonlySet<string>;
}

export type Decoded =
    | { readonly ok: true; readonly declared: Declared }
    | { readonly ok: false; readonly problems: readonly SchemaIssue[] };

/** Whether a value is known only later, or holds something that is. */
export type IsOpen = (value: unknown) => boolean;

/** Validates the inputs of `kind` (without Pulumi's hidden keys) and brings every value into its canonical form. */
export function decode(kind: Kind, inputs: Readonly<Record<string, unknown>>, isOpen: IsOpen = () => false): Decoded {
    const unknown = Object.keys(inputs).filter((name) => isOpen(inputs[name]));
    const problems = unknown.length > 0 ? certainProblems(kind, inputs, isOpen) : [];
    if (problems.length > 0) return { ok: false, problems };
    const known = Object.fromEntries(Object.entries(inputs).filter(([name]) => !unknown.includes(name)));
    const result = (unknown.length > 0 ? schemaOf(kind, unknown) : wholeSchemaOf(kind)).safeParse(known);
    if (!result.success) return { ok: false, problems: issuesOf(result.error) };

    const { connection, adopt = false, listModes = {}, ...rest } = result.data as Checked;
    const exceptions = new Set(Object.keys(kind.exceptions).filter((name) => rest[name] === true));
    const values = Object.fromEntries(Object.entries(rest).filter(([name]) => name in kind.fields));
    const spelled = Object.fromEntries(Object.keys(values).map((name) => [name, inputs[name] as Spelled]));
    const modes = { ...defaultModes(kind.fields), ...listModes };
    return { ok: true, declared: { values, spelled, modes, adopt, exceptions, connection, unknown } };
}

/** What is wrong beside, and around, what is known only later. */
function certainProblems(
    kind: Kind,
    inputs: Readonly<Record<string, unknown>>,
    isOpen: IsOpen,
): readonly SchemaIssue[] {
    // Flags are understood all at once, so those that are known are looked at by themselves.
    const given = Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => {
            const known = Array.isArray(value) ? value.filter((entry) => !isOpen(entry)) : [];
            return [name, kind.fields[name]?.flags !== undefined && known.length > 0 ? known : value];
        }),
    );
    const result = wholeSchemaOf(kind).safeParse(given);
    return result.success ? [] : issuesOf(new z.core.$ZodRealError(certain(result.error.issues, given, isOpen)));
}

type Checked = Record<string, FieldValue> & {
    readonly connection?: ConnectionSettings;
    readonly adopt?: Adopt;
    readonly listModes?: Readonly<Record<string, ListMode>>;
};

/** Of inputs that are all known, by kind: making one costs more than using it a hundred times. */
const schemas = new WeakMap<Kind, ReturnType<typeof schemaOf>>();

function wholeSchemaOf(kind: Kind) {
    const schema = schemas.get(kind) ?? schemaOf(kind, []);
    schemas.set(kind, schema);
    return schema;
}

function schemaOf(kind: Kind, unknown: readonly string[]) {
    const lists = Object.keys(defaultModes(kind.fields));
    const fields = Object.entries(kind.fields).map(([name, field]) => {
        const schema: z.ZodType<FieldValue> = isSet(field) ? setOf(field) : entryOf(field);
        return [name, field.required && !unknown.includes(name) ? present(schema) : schema.optional()] as const;
    });
    const mode = z.enum(["merge", "exact"], 'must be "merge" or "exact"').optional();
    const modes = closedObject(Object.fromEntries(lists.map((name) => [name, mode])), "must be an object of lists");
    const exceptions = Object.keys(kind.exceptions).map((name) => [
        name,
        z.boolean("must be true or false").optional(),
    ]);
    return closedObject({
        ...Object.fromEntries([...fields, ...exceptions]),
        connection: unknown.includes("connection") ? connectionSettings.optional() : connectionSettings,
        adopt: z.union([z.boolean(), z.literal("own")], 'must be true, false or "own"').optional(),
        ...(lists.length > 0 && { listModes: modes.optional() }),
    });
}

function entryOf({ type }: Field): z.ZodType<Canonical> {
    return z.unknown().transform((value, context) => {
        const parsed = type.parse(value);
        if (parsed.ok) return parsed.canonical;
        context.addIssue({ code: "custom", message: `expected ${parsed.expected}` });
        return z.NEVER;
    });
}

function setOf(field: Field): z.ZodType<readonly Canonical[]> {
    const { flags } = field;
    if (flags !== undefined) {
        return z.unknown().transform((value, context) => {
            const parsed = Array.isArray(value) ? flags.parse(value) : undefined;
            if (parsed?.ok) return parsed.canonical;
            context.addIssue({ code: "custom", message: `expected ${parsed?.expected ?? "a list"}` });
            return z.NEVER;
        });
    }
    const entries = z.array(entryOf(field), { error: "expected a list" });
    const filled = field.list?.notEmpty ? entries.min(1, { error: "expected at least one entry" }) : entries;
    return filled.transform(asSet);
}

/** `z.unknown()` accepts a missing key, so a required one is asked for by itself. */
function present<T>(schema: z.ZodType<T>) {
    return z.unknown().transform((value, context) => {
        if (value === undefined || value === null) {
            context.addIssue({ code: "custom", message: "is required" });
            return z.NEVER;
        }
        const result = schema.safeParse(value);
        if (result.success) return result.data;
        for (const issue of result.error.issues)
            context.addIssue({ code: "custom", message: issue.message, path: [...issue.path] });
        return z.NEVER;
    });
}

function defaultModes(fields: FieldTable): Record<string, ListMode> {
    return Object.fromEntries(Object.entries(fields).flatMap(([name, { list }]) => (list ? [[name, list.mode]] : [])));
}
