import { type Change, changeId } from "../plan/changes";
import { keyAt, type Live } from "../reading/live";
import { pictureOf } from "../reading/picture";
import { keyId, placeId } from "../registry/place";
import { rawOf, sameData, sameRaw } from "../registry/raw";
import type { Kept, KeptList, KeptValue } from "./bookkeeping";

/**
 * What is remembered of a write that did not end well. `open`: changes of which nobody knows whether they were made; what
 * was there before us stays known, and what is there now (undefined: nobody can tell) tells which of ours it is.
 * `unsent`: changes that were certainly not made.
 */
export function reunited(
    before: Kept,
    after: Kept,
    open: readonly Change[],
    unsent: readonly Change[],
    live: Live | undefined,
): Kept {
    const picture = live && pictureOf(live);
    const never = new Set(unsent.map(changeId));
    const touched = new Set([...open.map(changeId), ...never]);
    const ids = (what: Change["what"]) =>
        [...open, ...unsent].filter((change) => change.what === what).map((change) => changeId(change));
    const value = (id: string): KeptValue[] => {
        const [old, ours] = [before, after].map(({ values }) => values.find((one) => placeId(one) === id));
        const one = ours ?? old;
        const now = one && picture && rawOf(picture.at(one));
        if (never.has(id)) return some(old);
        if (now === undefined) return some(picture === undefined ? one : (old ?? ours));
        if (ours !== undefined && sameRaw(now, ours.wrote)) return [ours];
        if (ours !== undefined && old !== undefined) return [old];
        return one === undefined || sameRaw(now, one.was) ? [] : [one];
    };
    const list = (id: string): KeptList[] => {
        const [old, ours] = [before, after].map(({ lists }) => lists.find((one) => one.list === id));
        const one = old ?? ours;
        if (never.has(id)) return some(old);
        if (picture === undefined || one === undefined) return some(ours ?? old);
        // A list takes many calls: what stands there after some of them is ours as well.
        const wrote = picture.local(one.list) ?? one.wrote;
        return (ours === undefined || old === undefined) && sameData(wrote, one.was) ? [] : [{ ...one, wrote }];
    };
    const isMade = (change: Change) => {
        if (never.has(changeId(change))) return false;
        if (picture === undefined || change.what === "key") return true;
        if (change.what === "list") return !sameData(picture.local(change.list) ?? [], change.from);
        const now = rawOf(picture.at(change.place));
        return now === undefined || sameRaw(now, change.to);
    };
    const undone = new Set([...open, ...unsent].filter((change) => !isMade(change)).map(changeId));
    const gone = (after.repaired ?? []).filter(
        (key) => !undone.has(keyId(key)) && (live === undefined || keyAt(live, key)?.found !== "present"),
    );
    return {
        ...(gone.length > 0 && { repaired: gone }),
        values: [...after.values.filter((one) => !touched.has(placeId(one))), ...ids("value").flatMap(value)],
        lists: [...after.lists.filter((one) => !touched.has(one.list)), ...ids("list").flatMap(list)],
        createdKeys: [
            ...after.createdKeys.filter((key) => !touched.has(keyId(key))),
            ...before.createdKeys.filter((key) => touched.has(keyId(key))),
        ],
        pending: [
            ...after.pending.filter(({ id }) => !undone.has(id)),
            ...before.pending.filter(({ id }) => undone.has(id)),
        ],
    };
}

function some<T>(one: T | undefined): T[] {
    return one === undefined ? [] : [one];
}
