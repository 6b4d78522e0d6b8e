import { valueChanges } from "../guards/situation";
import type { Change, KeyChange } from "../plan/changes";
import { keysToMake } from "../plan/created-keys";
import type { Desired } from "../program/desired";
import type { Live } from "../reading/live";
import { keyAt } from "../reading/live";
import { type Picture, pictureOf } from "../reading/picture";
import { keyId, placeId } from "../registry/place";
import { rawOf } from "../registry/raw";
import { settingAt } from "../settings";
import type { Kept, KeptList, KeptValue } from "./bookkeeping";
import { pendingAfter, stillPending } from "./reboot";

/** What is remembered once `changes` are written. `held`: `changeId` of values and lists whose change waits. */
export function remember(
    kept: Kept,
    desired: Desired,
    live: Live,
    changes: readonly Change[],
    held: ReadonlySet<string>,
): Kept {
    const picture = pictureOf(live);
    return {
        values: [...valuesOf(kept, desired, picture, changes, held)],
        lists: listsOf(kept, desired, picture, held),
        createdKeys: keysOf(kept, live, changes),
        pending: pendingOf(kept, live, changes),
        ...repairedBy(kept, changes),
    };
}

function* valuesOf(
    kept: Kept,
    { settings }: Desired,
    picture: Picture,
    changes: readonly Change[],
    held: ReadonlySet<string>,
): Generator<KeptValue> {
    const before = new Map(kept.values.map((value) => [placeId(value), value]));
    const written = new Map(valueChanges(changes).map((change) => [placeId(change.place), change]));
    for (const { setting } of settings) {
        for (const { place } of setting.values) {
            const id = placeId(place);
            const now = rawOf(picture.at(place)) ?? null;
            const was = before.get(id);
            const change = written.get(id);
            if (held.has(id)) {
                if (was !== undefined) yield was;
            } else
                yield {
                    ...place,
                    was: was === undefined ? now : was.was,
                    wrote: change === undefined ? now : change.to,
                };
        }
    }
    // What waits to be given back is still ours.
    const wanted = new Set(settings.flatMap(({ setting }) => setting.values.map(({ place }) => placeId(place))));
    for (const value of kept.values) if (held.has(placeId(value)) && !wanted.has(placeId(value))) yield value;
}

function listsOf(kept: Kept, { lists }: Desired, picture: Picture, held: ReadonlySet<string>): readonly KeptList[] {
    const waiting = kept.lists.filter(({ list }) => held.has(list));
    const written = lists.flatMap(({ list, order }) => {
        if (held.has(list)) return [];
        // What was there is not known while a policy hides it.
        const was = kept.lists.find((one) => one.list === list)?.was ?? picture.local(list);
        return was === undefined ? [] : [{ list, was, wrote: order }];
    });
    return [...waiting, ...written];
}

function repairedBy({ repaired = [] }: Kept, changes: readonly Change[]): Pick<Kept, "repaired"> {
    const now = changes.flatMap((change) => (change.what === "key" && change.why === "repair" ? [change.place] : []));
    const all = [...new Map([...repaired, ...now].map((key) => [keyId(key), key])).values()];
    return all.length === 0 ? {} : { repaired: all };
}

function keysOf({ createdKeys }: Kept, live: Live, changes: readonly Change[]): Kept["createdKeys"] {
    const gone = new Set(
        changes.filter((change): change is KeyChange => change.what === "key").map(({ place }) => keyId(place)),
    );
    const ours = createdKeys.filter((key) => !gone.has(keyId(key)) && keyAt(live, key)?.found !== "absent");
    const made = keysToMake(live, valueChanges(changes));
    return [...new Map([...ours, ...made].map((key) => [keyId(key), key])).values()];
}

function pendingOf(kept: Kept, live: Live, changes: readonly Change[]): Kept["pending"] {
    const outstanding = stillPending(kept, live.machine);
    if (live.machine === undefined) return outstanding;
    const effective = changes.flatMap((change) => {
        if (change.what === "list")
            return [{ id: change.list, from: { kind: "MultiString", data: change.from } as const }];
        // A look-alike was never heeded.
        if (change.what === "key" || settingAt(placeId(change.place)) === undefined) return [];
        return [{ id: placeId(change.place), from: change.from }];
    });
    return pendingAfter(outstanding, effective, live.machine);
}
