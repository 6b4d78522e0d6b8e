import { isNeverOurs } from "../reading/keys";
import { keyAt, type Live } from "../reading/live";
import { above, type KeyPlace, keyId, leafOf } from "../registry/place";
import type { KeyChange, ValueChange } from "./changes";

/** Keys that are not there and that a write makes, outermost first. */
export function keysToMake(live: Live, changes: readonly ValueChange[]): readonly KeyPlace[] {
    const made = new Map<string, KeyPlace>();
    for (const { place, to } of changes) {
        if (to === null) continue;
        for (const key of withParents({ view: place.view, key: place.key })) {
            if (!isNeverOurs(key) && keyAt(live, key)?.found === "absent") made.set(keyId(key), key);
        }
    }
    return [...made.values()];
}

function withParents(key: KeyPlace): readonly KeyPlace[] {
    const parent = above(key);
    return [...(parent === undefined ? [] : withParents(parent)), key];
}

/** Of our own keys, those that are there and hold nothing more once `changes` are written; innermost first. */
export function keysToRemove(
    live: Live,
    ours: readonly KeyPlace[],
    changes: readonly ValueChange[],
): readonly KeyChange[] {
    const gone: KeyChange[] = [];
    const innermost = ours.toSorted((a, b) => b.key.split("\\").length - a.key.split("\\").length);
    for (const place of innermost) {
        const state = keyAt(live, place);
        if (isNeverOurs(place) || state?.found === "absent") continue;
        if (state?.found !== "present") {
            // Not to be read, but the server deletes a key only if it is empty.
            if (gone.some((one) => isChild(one.place, place))) gone.push({ what: "key", place, why: "made by us" });
            continue;
        }
        const here = changes.filter((change) => keyId(change.place) === keyId(place));
        const below = changes.some(({ place: at, to }) => to !== null && keyId(at).startsWith(`${keyId(place)}\\`));
        const deleted = new Set(here.filter(({ to }) => to === null).map((change) => change.place.name.toLowerCase()));
        const values = [...state.values.keys()].some((name) => !deleted.has(name));
        const children = state.subKeys.some(
            (name) =>
                !gone.some(
                    (one) => leafOf(one.place).toLowerCase() === name.toLowerCase() && isChild(one.place, place),
                ),
        );
        if (!values && !children && !below && here.every(({ to }) => to === null)) {
            gone.push({ what: "key", place, why: "made by us" });
        }
    }
    return gone;
}

function isChild(key: KeyPlace, of: KeyPlace): boolean {
    const parent = above(key);
    return parent !== undefined && keyId(parent) === keyId(of);
}
