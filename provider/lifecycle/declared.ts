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
    const adopts = takesOver(inputs, isOpen);
    const schema = unknown.length > 0 ? schemaOf(kind, unknown, adopts) : wholeSchemaOf(kind, adopts);
    const result = schema.safeParse(known);
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
    const result = wholeSchemaOf(kind, takesOver(inputs, isOpen)).safeParse(given);
    return result.success ? [] : issuesOf(new z.core.$ZodRealError(certain(result.error.issues, given, isOpen)));
}

type Checked = Record<string, FieldValue> & {
    readonly connection?: ConnectionSettings;
    readonly adopt?: Adopt;
    readonly listModes?: Readonly<Record<string, ListMode>>;
};

/** Whether the object may be there already, so that the program need not say what only a new one needs. */
function takesOver({ adopt }: Readonly<Record<string, unknown>>, isOpen: IsOpen): boolean {
    return adopt === true || adopt === "own" || isOpen(adopt);
}

/** Of inputs that are all known, by kind: making one costs more than using it a hundred times. */
type Schemas = WeakMap<Kind, ReturnType<typeof schemaOf>>;
const made: Schemas = new WeakMap();
const adopted: Schemas = new WeakMap();

function wholeSchemaOf(kind: Kind, adopts: boolean) {
    const known = adopts ? adopted : made;
    const schema = known.get(kind) ?? schemaOf(kind, [], adopts);
    known.set(kind, schema);
    return schema;
}

function schemaOf(kind: Kind, unknown: readonly string[], adopts: boolean) {
    const lists = Object.keys(defaultModes(kind.fields));
    const fields = Object.entries(kind.fields).map(([name, field]) => {
        const schema: z.ZodType<FieldValue> = isSet(field) ? setOf(field) : entryOf(field);
        const isNeeded = field.required === true || (field.required === "new" && !adopts);
        return [name, isNeeded && !unknown.includes(name) ? present(schema, field) : schema.optional()] as const;
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
function present<T>(schema: z.ZodType<T>, { required }: Field) {
    return z.unknown().transform((value, context) => {
        if (value === undefined || value === null) {
            const without = required === "new" ? ", unless adopt takes over an object that is there" : "";
            context.addIssue({ code: "custom", message: `is required${without}` });
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
