import type { Kind } from "../../resources/kind";
import { type FieldValue, isList, sameValue } from "../../resources/values";
import type { Canonical } from "../../values/value-type";
import type { Declared } from "../declared";
import type { Live } from "../observe/live";
import type { Others } from "../observe/others";
import { type Bookkeeping, oursIn } from "../remember/bookkeeping";
import { stale } from "../remember/written";
import type { Change } from "./changes";

/** What the program wants otherwise than it is. */
export function differences(
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
        const remove = left.filter((entry) => others.entry(live, field, entry) === undefined);
        return add.length + remove.length === 0 ? [] : [{ field, how: "merge", add, remove }];
    });
}

/** The object once the changes are made. */
export function withChanges(live: Live, changes: readonly Change[]): Live {
    const values = Object.fromEntries(changes.map((change) => [change.field, result(change, live)]));
    return { ...live, values: { ...live.values, ...values } };
}

/** What a property holds once the change is made. */
export function result(change: Change, live: Live): FieldValue {
    if (change.how === "set") return change.to;
    const now = (live.values[change.field] ?? []) as readonly Canonical[];
    return [...now.filter((entry) => !change.remove.includes(entry)), ...change.add];
}
