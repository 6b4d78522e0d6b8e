import type { Kind } from "../resources/kind";
import { asSet, type FieldValue } from "../resources/values";
import type { CmdletCall, WireObject, WireValue } from "../session/frames";
import type { Canonical, Parsed } from "../values/value-type";
import { splitMark } from "./mark";

/** One object as the server showed it. */
export interface Live {
    /** Guid; for a singleton whose Guid the server does not show, the kind's fixed id. */
    readonly id: string;
    readonly name: string;
    readonly distinguishedName: string | null;
    readonly values: Readonly<Record<string, FieldValue>>;
    /** Field → the text that could not be understood. A field that this server does not have is in neither. */
    readonly unreadable: Readonly<Record<string, string>>;
    /** The mark of the run that created it, see `mark.ts`. */
    readonly mark: string | undefined;
}

const IDENTITY = ["Name", "Guid", "DistinguishedName"] as const;

/** The call that reads all objects of a kind, projected to what the field table names. */
export function readCall(kind: Kind): CmdletCall {
    return { cmd: kind.cmdlets.get, par: {}, sel: selection(kind) };
}

export function selection(kind: Kind): readonly string[] {
    const parameters = Object.values(kind.fields).map(({ parameter }) => parameter);
    return [...new Set([...IDENTITY, ...parameters])];
}

export function isSingleton(kind: Kind): boolean {
    return kind.cmdlets.create === undefined;
}

export function liveOf(kind: Kind, object: WireObject): Live {
    const values: Record<string, FieldValue> = {};
    const unreadable: Record<string, string> = {};
    const { text: comment, mark } = splitMark(object.Comment);
    for (const [name, field] of Object.entries(kind.fields)) {
        const wire = field.parameter === "Comment" ? comment : object[field.parameter];
        if (wire === undefined) continue;
        const value = field.list ? listOf(wire, field.type.parse) : one(field.type.parse(wire));
        if (value === undefined) unreadable[name] = JSON.stringify(wire);
        else values[name] = value;
    }
    const text = (name: string) => (typeof object[name] === "string" ? object[name] : null);
    return {
        id: text("Guid")?.toLowerCase() ?? (isSingleton(kind) ? singletonId(kind) : ""),
        name: text("Name") ?? kind.noun,
        distinguishedName: text("DistinguishedName"),
        values,
        unreadable,
        mark,
    };
}

/** Stands for the one object of the organisation where nothing better is known of it. */
export function singletonId(kind: Kind): string {
    return kind.noun.replaceAll(" ", "-");
}

function one(parsed: Parsed): FieldValue | undefined {
    return parsed.ok ? parsed.canonical : undefined;
}

/** An entry that is not understood stays as it stands: somebody else's odd entry must not hide our own. */
function listOf(wire: WireValue, parse: (value: unknown) => Parsed): FieldValue {
    // An empty multivalued property may arrive as null.
    const entries = Array.isArray(wire) ? wire : wire === null ? [] : [wire];
    return asSet(entries.map((entry) => one(parse(entry)) ?? String(entry)) as Canonical[]);
}

/** How a `Set-` call names the object: by name, unless the name could be taken for more than one object. */
export function identityOf({ id, name }: Live): string {
    return /[*?\\]|^[0-9a-f-]{36}$/i.test(name) ? id : name;
}
