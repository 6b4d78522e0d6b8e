import type { Kind } from "../resources/kind";
import { type Rule, violated } from "../resources/rule";
import { type FieldValue, type FieldValues, isList, sameValue } from "../resources/values";
import type { CmdletCall } from "../session/frames";
import type { Canonical } from "../values/value-type";
import { type Bookkeeping, nothingKept, oursIn, remember } from "./bookkeeping";
import { argumentsFor, type Change } from "./changes";
import type { Declared } from "./declared";
import { identityOf, isSingleton, type Live, selection } from "./live";
import { withMark } from "./mark";
import { nobody, type Others } from "./others";

/** Why a plan may not be carried out. */
export interface Refusal {
    /** Code of the rule, or `Unreadable`. */
    readonly code: string;
    readonly message: string;
}

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
}

/** How an object that is not there comes to be. */
export function planCreate(kind: Kind, create: string, declared: Declared, mark: string): Plan {
    const values = { ...kind.initial, ...declared.values };
    const companions = kind.companions({ wanted: declared.values, declared: declared.values, merged: values });
    const wanted: FieldValues = { ...declared.values, ...companions };
    const changes = Object.entries(wanted).map(([field, to]): Change => ({ field, how: "set", from: undefined, to }));
    const par = {
        ...argumentsFor(kind.fields, changes.filter(hasValue)),
        ...("comment" in kind.fields && { Comment: withMark((wanted.comment as string | null) ?? null, mark) }),
    };
    return {
        action: "create",
        changes,
        calls: [{ cmd: create, par, sel: selection(kind) }],
        refusals: refusalsFor(kind, { ...values, ...companions }),
        notes: [],
        after: remember(
            { ...nothingKept, owned: true },
            { wanted, before: {}, modes: declared.modes, singleton: false },
        ),
    };
}

/** How a live object comes to what is declared: only what differs, in one call, with what must go along. */
export function planChange(
    kind: Kind,
    declared: Declared,
    kept: Bookkeeping,
    live: Live,
    others: Others = nobody,
): Plan {
    const own = differences(declared, kept, live, others);
    const { changes, companions, refusals } = complete(kind, live, own, declared.values);
    return {
        action: changes.length === 0 ? "none" : "change",
        changes,
        calls: changes.length === 0 ? [] : [changeCall(kind, live, changes)],
        refusals: [...unreadable(kind, Object.keys(declared.values), live), ...refusals],
        notes: [],
        after: remember(kept, {
            wanted: { ...declared.values, ...companions },
            before: live.values,
            modes: declared.modes,
            singleton: isSingleton(kind),
        }),
    };
}

/** Changes with what must be written along with them, and the rules that the object would then break. */
export function complete(kind: Kind, live: Live, own: readonly Change[], declared: FieldValues) {
    if (own.length === 0) return { changes: [], companions: {}, refusals: [] };
    const merged = { ...live.values, ...Object.fromEntries(own.map((change) => [change.field, result(change, live)])) };
    const wanted = Object.fromEntries(
        own.flatMap((change) => (change.how === "set" ? [[change.field, change.to]] : [])),
    );
    const companions = kind.companions({ wanted, declared, merged });
    const along = Object.entries(companions)
        .filter(([field]) => !(field in wanted))
        .map(([field, to]): Change => ({ field, how: "set", from: live.values[field], to }));
    return { changes: [...own, ...along], companions, refusals: refusalsFor(kind, { ...merged, ...companions }) };
}

/** A plan that does nothing. */
export function nothingToDo(after: Bookkeeping, refusals: readonly Refusal[] = []): Plan {
    return { action: "none", changes: [], calls: [], refusals, notes: [], after };
}

function differences(declared: Declared, kept: Bookkeeping, live: Live, others: Others): readonly Change[] {
    const { values, modes } = declared;
    // A list that the program no longer mentions loses the entries that we added to it, and nothing else.
    const released = Object.keys(kept.added).filter((name) => !(name in values));
    const merged = (field: string) => modes[field] === "merge" || !(field in values);
    return [...Object.keys(values), ...released].flatMap((field): Change[] => {
        const now = live.values[field];
        const wanted = values[field];
        const desired = wanted === undefined ? [] : wanted;
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

/** `null` and `[]` are what a new object has anyway. */
function hasValue(change: Change): boolean {
    return change.how === "set" && change.to !== null && !(isList(change.to) && change.to.length === 0);
}

export function changeCall(kind: Kind, live: Live, changes: readonly Change[]): CmdletCall {
    const par = argumentsFor(kind.fields, changes);
    if (typeof par.Comment === "string" || changes.some(({ field }) => field === "comment")) {
        const comment = typeof par.Comment === "string" ? par.Comment : null;
        par.Comment = withMark(comment, live.mark);
    }
    const identity = isSingleton(kind) ? {} : { Identity: identityOf(live) };
    return { cmd: kind.cmdlets.change, par: { ...identity, ...par }, sel: [] };
}

/** Rules that the object would break. */
function refusalsFor(kind: Kind, values: FieldValues): readonly Refusal[] {
    return refusalsOf(kind.rules, values);
}

/** Rules that the program breaks whatever is live. */
export function inputRefusals(kind: Kind, declared: FieldValues): readonly Refusal[] {
    return refusalsOf([...kind.rules, ...kind.inputRules], declared);
}

function refusalsOf(rules: readonly Rule[], values: FieldValues): readonly Refusal[] {
    return violated(rules, values).map(({ code, text }) => ({ code, message: `${text} (${code})` }));
}

/** Managed properties whose live value is not known: nothing may be done or said about the object. */
export function unreadable(kind: Kind, names: readonly string[], live: Live): readonly Refusal[] {
    return names
        .filter((name) => live.values[name] === undefined)
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
