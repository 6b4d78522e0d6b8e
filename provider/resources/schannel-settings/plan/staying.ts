import { keyAt, type Live } from "../reading/live";
import { pictureOf } from "../reading/picture";
import { keyId, pathOf, placeId } from "../registry/place";
import { rawOf, rawWords, sameData, sameRaw } from "../registry/raw";
import type { Kept } from "../remember/bookkeeping";
import { type Change, changeId } from "./changes";

/**
 * What of ours a removal with these changes leaves as it stands, and why. The lines begin as those of what goes back do, so
 * that one takes the other's place in a list that is sorted.
 */
export function staying(kept: Kept, live: Live, changes: readonly Change[]): readonly string[] {
    const picture = pictureOf(live);
    const going = new Set(changes.map(changeId));
    const why = (isOurs: boolean) =>
        isOurs ? "because nothing else would be left switched on" : "as somebody else set it";
    const values = kept.values.flatMap(({ was, wrote, ...place }) => {
        const now = rawOf(picture.at(place));
        if (now === undefined || going.has(placeId(place)) || sameRaw(was, wrote) || sameRaw(now, was)) return [];
        return [`${pathOf(place)}  ${place.name}: stays ${rawWords(now)}, ${why(sameRaw(now, wrote))}`];
    });
    const lists = kept.lists.flatMap(({ list, was, wrote }) => {
        const now = picture.local(list);
        if (now === undefined || going.has(list) || sameData(was, wrote) || sameData(now, was)) return [];
        const by = picture.policy(list) === undefined ? why(false) : "because group policy's list overrides it";
        return [`${list === "curves" ? "TLS curves" : "TLS cipher suites"}: stays [${now.join(", ")}], ${by}`];
    });
    const keys = kept.createdKeys
        .filter((key) => !going.has(keyId(key)) && keyAt(live, key)?.found === "present")
        .map((key) => `${pathOf(key)}: the key stays, because it is not empty then`);
    return [...values, ...lists, ...keys];
}
