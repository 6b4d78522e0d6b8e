import type { Field } from "../../resources/field";
import type { Kind } from "../../resources/kind";
import { asSet, type FieldValue } from "../../resources/values";
import type { CmdletCall, WireObject, WireValue } from "../../session/frames";
import { shortServerName } from "../../values/server-name";
import type { Canonical, Parsed } from "../../values/value-type";
import { splitMark } from "../remember/mark";

/** One object as the server showed it. */
export interface Live {
    /** Guid; for a singleton whose Guid the server does not show, the kind's fixed id. */
    readonly id: string;
    readonly name: string;
    /** Short name, upper case, of the server that it belongs to; undefined for an organisation-wide object. */
    readonly server: string | undefined;
    readonly distinguishedName: string | null;
    readonly values: Readonly<Record<string, FieldValue>>;
    /** Field → the text that could not be understood. A field that this server does not have is in neither. */
    readonly unreadable: Readonly<Record<string, string>>;
    /** What the server showed, in its own texts. */
    readonly wire: WireObject;
    /** When the object was last written, ISO 8601 UTC, and the domain controller that told it. */
    readonly whenChanged: string | null;
    readonly originatingServer: string | null;
    /** The mark of the run that created it, see `mark.ts`. */
    readonly mark: string | undefined;
}

const IDENTITY = ["Name", "Guid", "DistinguishedName", "WhenChangedUTC", "OriginatingServer"] as const;

/** The call that reads all objects of a kind, projected to what the field table names. */
export function readCall(kind: Kind): CmdletCall {
    return { cmd: kind.cmdlets.get, par: {}, sel: selection(kind) };
}

export function selection(kind: Kind): readonly string[] {
    const readable = Object.values(kind.fields).filter((field) => field.readable !== false);
    const parameters = readable.map(({ parameter }) => parameter);
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
        if (wire === undefined || field.readable === false) continue;
        const value = readValue(field, wire);
        if (value === undefined) unreadable[name] = JSON.stringify(wire);
        else values[name] = value;
    }
    const text = (name: string) => (typeof object[name] === "string" ? object[name] : null);
    return {
        id: text("Guid")?.toLowerCase() ?? (isSingleton(kind) ? singletonId(kind) : ""),
        name: text("Name") ?? kind.noun,
        server: kind.perServer ? shortServerName(text("Server") ?? "") : undefined,
        distinguishedName: text("DistinguishedName"),
        whenChanged: text("WhenChangedUTC"),
        originatingServer: text("OriginatingServer"),
        wire: object,
        values,
        unreadable,
        mark,
    };
}

/** Stands for the one object of the organisation where nothing better is known of it. */
export function singletonId(kind: Kind): string {
    return kind.noun.replaceAll(" ", "-");
}

function readValue(field: Field, wire: WireValue): FieldValue | undefined {
    if (field.flags) {
        const parsed = field.flags.parse(wire);
        return parsed.ok ? parsed.canonical : undefined;
    }
    return field.list ? asSet(textsOf(wire, field.type.parse).keys()) : one(field.type.parse(wire));
}

function one(parsed: Parsed): FieldValue | undefined {
    return parsed.ok ? parsed.canonical : undefined;
}

/**
 * Canonical entries of a list with their texts on the server. One that is not understood stays as it stands: somebody
 * else's odd entry must not hide our own.
 */
export function textsOf(wire: WireValue, parse: (value: unknown) => Parsed): ReadonlyMap<Canonical, string> {
    // An empty multivalued property may arrive as null.
    const entries: readonly unknown[] = Array.isArray(wire) ? wire : wire === null ? [] : [wire];
    return new Map(
        entries.map((entry) => {
            const parsed = parse(entry);
            return [parsed.ok ? parsed.canonical : String(entry), String(entry)];
        }),
    );
}

/**
 * How a `Set-` call names the object: by name, of a server's object with the server before it; by its Guid where the
 * name could be taken for more than one object.
 */
export function identityOf({ id, name, server }: Pick<Live, "id" | "name" | "server">): string {
    if (/[*?\\]|^[0-9a-f-]{36}$/i.test(name)) return id;
    return server === undefined ? name : `${server}\\${name}`;
}

/** What people call it: `send connector 'To Fabrikam'`, `receive connector 'EX01\\Relay'`. */
export function titleOf(kind: Kind, { name, server }: Pick<Live, "name" | "server">): string {
    return `${kind.noun} '${server === undefined ? name : `${server}\\${name}`}'`;
}
