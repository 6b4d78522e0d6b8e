import type { Kind } from "../../resources/kind";
import { type FieldValues, isList, sameValue } from "../../resources/values";
import type { CmdletCall } from "../../session/frames";
import type { Declared } from "../declared";
import { allTypedTexts } from "../observe/as-typed";
import { identityOf, isSingleton, type Live, selection } from "../observe/live";
import { type Bookkeeping, nothingKept, remember } from "../remember/bookkeeping";
import { withMark } from "../remember/mark";
import { changeCall, isMergedWhole } from "./change-call";
import { argumentsFor, type Change } from "./changes";
import { differences, result } from "./differences";
import type { Refusal } from "./judge";
import { alone, type Scene } from "./scene";
import { verdictFor } from "./verdict";

/** What would be done to one object: what preview tells and what up sends. */
export interface Plan {
    readonly action: "create" | "change" | "remove" | "none";
    readonly changes: readonly Change[];
    readonly calls: readonly CmdletCall[];
    readonly refusals: readonly Refusal[];
    /** What the reader should know although nothing is done about it. */
    readonly notes: readonly string[];
    /** What is remembered once the calls have been carried out. */
    readonly after: Bookkeeping;
    /** A list is written as a whole in merge mode: it has to be read anew right before. */
    readonly readFirst?: true;
    /** What a new object needs beside its `New-`, as a call of its own once it is there. For the reader: it is planned anew then. */
    readonly follows?: CmdletCall;
}

/** How an object that is not there comes to be. What only `Set-` takes is written once it is there. */
export function planCreate(kind: Kind, create: string, declared: Declared, mark: string, scene: Scene = alone): Plan {
    const { values, companions } = newValues(kind, declared);
    const wanted: FieldValues = { ...declared.values, ...companions };
    const changes = Object.entries(wanted).map(([field, to]): Change => ({ field, how: "set", from: undefined, to }));
    const atOnce = changes.filter((change) => kind.fields[change.field]?.only !== "Set" && hasValue(kind, change));
    const par = {
        ...argumentsFor(kind.fields, atOnce),
        ...("comment" in kind.fields && { Comment: withMark((wanted.comment as string | null) ?? null, mark) }),
    };
    const later = changes.filter((change) => !atOnce.includes(change) && !isInitial(kind, declared, change));
    const verdict = verdictFor(kind, declared, scene, {
        action: "create",
        live: undefined,
        values: { ...values, ...companions },
    });
    return {
        action: "create",
        changes,
        calls: [{ cmd: create, par, sel: selection(kind) }],
        ...(later.length > 0 && { follows: followUp(kind, values, later) }),
        refusals: [...needed(kind, declared), ...verdict.refusals],
        notes: [...verdict.warnings, ...namesake(kind, values)],
        after: remember(
            { ...nothingKept, owned: true },
            {
                wanted,
                before: {},
                modes: declared.modes,
                writeOnly: writeOnly(kind),
                singleton: false,
            },
        ),
    };
}

/** What a new object will have, and what has to be written along with what is declared. */
export function newValues(
    kind: Kind,
    { values: declared }: Declared,
): { values: FieldValues; companions: FieldValues } {
    const values = { ...kind.initial(declared), ...declared };
    return { values, companions: kind.companions({ wanted: declared, declared, merged: values }) };
}

/** What can be left out where an object is taken over, and there is none. */
function needed(kind: Kind, { values }: Declared): readonly Refusal[] {
    return Object.entries(kind.fields)
        .filter(([name, { required }]) => required === "new" && values[name] === undefined)
        .map(([name]) => {
            const message = `${name}: is required, because there is no such ${kind.noun} that adopt could take over`;
            return { code: "Required", message };
        });
}

/** What a new object has of itself needs no second call. */
function isInitial(kind: Kind, { values }: Declared, change: Change): boolean {
    return change.how === "set" && sameValue(kind.initial(values)[change.field], change.to);
}

function followUp(kind: Kind, values: FieldValues, later: readonly Change[]): CmdletCall {
    const server = kind.perServer ? String(values.server) : undefined;
    const identity = identityOf({ id: String(values.name), name: String(values.name), server });
    return { cmd: kind.cmdlets.change, par: { Identity: identity, ...argumentsFor(kind.fields, later) }, sel: [] };
}

function isRenamed(changes: readonly Change[]): boolean {
    return changes.some(({ field }) => field === "name");
}

/** An object that gets the name of one of Exchange's own counts as one. */
function namesake(kind: Kind, { name, server }: FieldValues): readonly string[] {
    const builtIn = kind.isBuiltIn(String(name), kind.perServer ? String(server) : undefined);
    return builtIn
        ? [`'${name}' is the name of one of Exchange's own: it keeps name and fqdn, and destroy leaves it`]
        : [];
}

/** How a live object comes to what is declared: only what differs, in one call, with what must go along. */
export function planChange(kind: Kind, declared: Declared, kept: Bookkeeping, live: Live, scene: Scene = alone): Plan {
    const own = differences(kind, declared, kept, live, scene.others);
    const { changes, companions, merged } = complete(kind, live, own, declared.values);
    const action = changes.length === 0 ? "none" : "change";
    const verdict = verdictFor(kind, declared, scene, { action, live, values: merged });
    return {
        action,
        changes,
        calls: action === "none" ? [] : [changeCall(kind, live, changes, scene)],
        refusals: verdict.refusals,
        notes: [
            ...verdict.warnings,
            ...(isRenamed(changes) ? namesake(kind, { ...merged, server: live.server ?? null }) : []),
        ],
        after: remember(kept, {
            wanted: { ...declared.values, ...companions },
            before: live.values,
            texts: allTypedTexts(kind, live),
            modes: declared.modes,
            writeOnly: writeOnly(kind),
            singleton: isSingleton(kind),
        }),
        ...(isMergedWhole(live, changes, scene) && { readFirst: true }),
    };
}

/** Changes with what must be written along with them. */
export function complete(kind: Kind, live: Live, own: readonly Change[], declared: FieldValues) {
    const merged = { ...live.values, ...Object.fromEntries(own.map((change) => [change.field, result(change, live)])) };
    if (own.length === 0) return { changes: [], companions: {}, merged };
    const wanted = Object.fromEntries(
        own.flatMap((change) => (change.how === "set" ? [[change.field, change.to]] : [])),
    );
    const companions = kind.companions({ wanted, declared, merged });
    const along = Object.entries(companions)
        .filter(([field]) => !(field in wanted))
        .map(([field, to]): Change => ({ field, how: "set", from: live.values[field], to }));
    return { changes: [...own, ...along], companions, merged: { ...merged, ...companions } };
}

/** A plan that does nothing. */
export function nothingToDo(after: Bookkeeping, refusals: readonly Refusal[] = []): Plan {
    return { action: "none", changes: [], calls: [], refusals, notes: [], after };
}

/** `null` and `[]` are what a new object has anyway; no flags are something else than what the usage brings. */
function hasValue(kind: Kind, change: Change): boolean {
    if (change.how === "merge" || change.to === null) return false;
    return !isList(change.to) || change.to.length > 0 || kind.fields[change.field]?.flags !== undefined;
}

function writeOnly(kind: Kind): readonly string[] {
    return Object.keys(kind.fields).filter(
        (name) => kind.fields[name]?.readable === false && kind.fields[name]?.only !== "New",
    );
}
