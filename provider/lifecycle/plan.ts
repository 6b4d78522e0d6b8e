import type { Kind } from "../resources/kind";
import { type FieldValue, type FieldValues, isList, sameValue } from "../resources/values";
import type { CmdletCall, WireArgument } from "../session/frames";
import type { Canonical } from "../values/value-type";
import { type Bookkeeping, nothingKept, oursIn, remember } from "./bookkeeping";
import { argumentsFor, type Change } from "./changes";
import type { Declared } from "./declared";
import { editsLists, gates, unknownVersion } from "./gates";
import { judge, type Refusal, type Verdict } from "./judge";
import { identityOf, isSingleton, type Live, selection, textsOf } from "./live";
import { withMark } from "./mark";
import type { Others } from "./others";
import { alone, type Scene } from "./scene";
import { stale } from "./written";

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
}

/** How an object that is not there comes to be. What only `Set-` takes is written once it is there. */
export function planCreate(kind: Kind, create: string, declared: Declared, mark: string, scene: Scene = alone): Plan {
    const values = { ...kind.initial(declared.values), ...declared.values };
    const companions = kind.companions({ wanted: declared.values, declared: declared.values, merged: values });
    const wanted: FieldValues = { ...declared.values, ...companions };
    const changes = Object.entries(wanted).map(([field, to]): Change => ({ field, how: "set", from: undefined, to }));
    const atOnce = changes.filter((change) => kind.fields[change.field]?.only !== "Set" && hasValue(kind, change));
    const par = {
        ...argumentsFor(kind.fields, atOnce),
        ...("comment" in kind.fields && { Comment: withMark((wanted.comment as string | null) ?? null, mark) }),
    };
    const verdict = verdictFor(kind, declared, scene, {
        action: "create",
        live: undefined,
        values: { ...values, ...companions },
    });
    return {
        action: "create",
        changes,
        calls: [{ cmd: create, par, sel: selection(kind) }],
        refusals: verdict.refusals,
        notes: verdict.warnings,
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
        notes: verdict.warnings,
        after: remember(kept, {
            wanted: { ...declared.values, ...companions },
            before: live.values,
            modes: declared.modes,
            writeOnly: writeOnly(kind),
            singleton: isSingleton(kind),
        }),
        ...(isMergedWhole(live, changes, scene) && { readFirst: true }),
    };
}

/** Whether a merged list has to be written as a whole, because the server cannot edit lists. */
export function isMergedWhole(live: Live, changes: readonly Change[], scene: Scene): boolean {
    return !editsLists(scene.around(live)) && changes.some(({ how }) => how === "merge");
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

function differences(
    kind: Kind,
    { values, modes }: Declared,
    kept: Bookkeeping,
    live: Live,
    others: Others,
): readonly Change[] {
    // A list that the program no longer mentions loses the entries that we added to it, and nothing else.
    const released = Object.keys(kept.added).filter((name) => !(name in values));
    const merged = (field: string) => modes[field] === "merge" || !(field in values);
    return [...Object.keys(values), ...released].flatMap((field): Change[] => {
        const now = live.values[field];
        const wanted = values[field];
        const desired = wanted === undefined ? [] : wanted;
        const { only, readable } = kind.fields[field] ?? {};
        // What only New- takes is either part of the identity or forgotten by Exchange.
        if (only === "New") return [];
        if (readable === false) {
            return stale(kept.written[field], desired) ? [{ field, how: "set", from: undefined, to: desired }] : [];
        }
        if (now === undefined) return [];
        if (!merged(field) || !isList(now) || !isList(desired)) {
            return sameValue(now, desired) ? [] : [{ field, how: "set", from: now, to: desired }];
        }
        const add = desired.filter((entry) => !now.includes(entry));
        const left = oursIn(kept, field).filter((entry) => !desired.includes(entry) && now.includes(entry));
        const remove = left.filter((entry) => others.entry(field, entry) === undefined);
        return add.length + remove.length === 0 ? [] : [{ field, how: "merge", add, remove }];
    });
}

function result(change: Change, live: Live): FieldValue {
    if (change.how === "set") return change.to;
    const now = (live.values[change.field] ?? []) as readonly Canonical[];
    return [...now.filter((entry) => !change.remove.includes(entry)), ...change.add];
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

export function changeCall(kind: Kind, live: Live, changes: readonly Change[], scene: Scene): CmdletCall {
    const par = { ...argumentsFor(kind.fields, changes), ...mergedLists(kind, live, changes, scene) };
    if (typeof par.Comment === "string" || changes.some(({ field }) => field === "comment")) {
        const comment = typeof par.Comment === "string" ? par.Comment : null;
        par.Comment = withMark(comment, live.mark);
    }
    const identity = isSingleton(kind) ? {} : { Identity: identityOf(live) };
    return { cmd: kind.cmdlets.change, par: { ...identity, ...par }, sel: [] };
}

/** Edits of merged lists. What is there already goes in the server's own spelling: nobody promises that it knows another. */
function mergedLists(kind: Kind, live: Live, changes: readonly Change[], scene: Scene): Record<string, WireArgument> {
    const lists = changes.flatMap((change): [string, WireArgument][] => {
        const field = kind.fields[change.field];
        if (change.how !== "merge" || field === undefined) return [];
        const there = textsOf(live.wire[field.parameter] ?? null, field.type.parse);
        const textOf = (entry: Canonical) => there.get(entry) ?? String(field.type.print(entry));
        if (editsLists(scene.around(live))) {
            return [[field.parameter, { $: "merge", add: change.add.map(textOf), remove: change.remove.map(textOf) }]];
        }
        const whole = (result(change, live) as readonly Canonical[]).map(textOf);
        return [[field.parameter, whole.length === 0 ? { $: "null" } : whole]];
    });
    return Object.fromEntries(lists);
}

function verdictFor(
    kind: Kind,
    declared: Declared,
    scene: Scene,
    { action, live, values }: { action: "create" | "change" | "none"; live: Live | undefined; values: FieldValues },
): Verdict {
    const around = scene.around(live);
    const names = Object.keys(declared.values);
    const server = kind.perServer ? (live?.server ?? String(values.server ?? "")) : undefined;
    const gated = around === undefined ? new Map<string, Refusal>() : gates(kind, names, around, server);
    const rest = names.filter((name) => !gated.has(name));
    const own = [
        ...gated.values(),
        ...(live ? unreadable(kind, rest, live) : []),
        ...(around && action !== "none" ? unknownVersion(around) : []),
    ];
    const name = live?.name ?? String(values.name ?? "");
    const builtIn = kind.isBuiltIn(name, server);
    const subject = {
        name,
        server,
        action,
        values,
        live: live?.values,
        wire: live?.wire,
        declared: declared.values,
        builtIn,
    };
    const verdict = judge(kind, subject, around, declared.exceptions);
    return { refusals: [...own, ...verdict.refusals], warnings: verdict.warnings };
}

/** Managed properties whose live value is not known: nothing may be done or said about the object. */
export function unreadable(kind: Kind, names: readonly string[], live: Live): readonly Refusal[] {
    return names
        .filter((name) => live.values[name] === undefined && kind.fields[name]?.readable !== false)
        .map((name) => {
            const text = live.unreadable[name];
            const why =
                text === undefined
                    ? "the server's object has no such property"
                    : `the server's value ${text} is not understood`;
            const parameter = kind.fields[name]?.parameter ?? name;
            return { code: "Unreadable", message: `${name} (${parameter}) cannot be managed: ${why}` };
        });
}
