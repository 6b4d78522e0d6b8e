import type { Kept, KeptList, KeptValue } from "./bookkeeping";
import type { Change } from "./changes";
import { pictureOf } from "./picture";
import type { Live } from "./reading/live";
import { keyId, placeId } from "./registry/place";
import { rawOf, sameRaw } from "./registry/raw";

/**
 * What is remembered of changes of which nobody knows whether they were made, or which were refused on the way: what was
 * there before us stays known, and what is there now (undefined: nobody can tell) tells which of ours it is.
 */
export function reunited(before: Kept, after: Kept, open: readonly Change[], live: Live | undefined): Kept {
    const picture = live && pictureOf(live);
    const places = new Set(open.flatMap((change) => (change.what === "value" ? [placeId(change.place)] : [])));
    const names = new Set(open.flatMap((change) => (change.what === "list" ? [change.list] : [])));
    const keys = new Set(open.flatMap((change) => (change.what === "key" ? [keyId(change.place)] : [])));
    const value = (id: string): KeptValue[] => {
        const [old, ours] = [before, after].map(({ values }) => values.find((one) => placeId(one) === id));
        const now = ours && picture && rawOf(picture.at(ours));
        const made = ours !== undefined && now !== undefined && sameRaw(now, ours.wrote);
        const kept = made || picture === undefined ? (ours ?? old) : (old ?? ours);
        return kept === undefined ? [] : [kept];
    };
    const list = (name: KeptList["list"]): KeptList[] => {
        const [old, ours] = [before, after].map(({ lists }) => lists.find((one) => one.list === name));
        if (picture === undefined) return [ours ?? old].filter((one) => one !== undefined);
        const known = old ?? ours;
        // A list takes many calls: what stands there after some of them is ours as well.
        return known === undefined ? [] : [{ ...known, wrote: picture.local(name) ?? known.wrote }];
    };
    return {
        values: [...after.values.filter((one) => !places.has(placeId(one))), ...[...places].flatMap(value)],
        lists: [...after.lists.filter((one) => !names.has(one.list)), ...[...names].flatMap(list)],
        createdKeys: [
            ...after.createdKeys.filter((key) => !keys.has(keyId(key))),
            ...before.createdKeys.filter((key) => keys.has(keyId(key))),
        ],
        pending: after.pending,
    };
}
