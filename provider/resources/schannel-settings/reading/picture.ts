import { type Place, placeId } from "../registry/place";
import { type Found, foundOf, type Raw } from "../registry/raw";
import type { ListName } from "../settings/policy-lists";
import { localPlace, policyPlace } from "../settings/policy-lists";
import { namesIn } from "../settings/setting";
import { DEFAULT_CURVES } from "../suites/windows-lists";
import { type Live, valueAt } from "./live";

/** The server's values at one moment: as they are, as they would be, or as the running system took them at boot. */
export interface Picture {
    at(place: Place): Found;
    /** The list that the cmdlets edit; undefined where it is not known. */
    local(list: ListName): readonly string[] | undefined;
    /** Group policy's list; undefined where there is none. */
    policy(list: ListName): readonly string[] | undefined;
}

export function pictureOf(live: Live): Picture {
    const at = (place: Place) => valueAt(live, place);
    const policy = (list: ListName) => listIn(at(policyPlace(list)));
    return {
        at,
        policy,
        local(list) {
            const own = at(localPlace(list));
            // CSS reads exactly this kind and ignores any other (section 1.2).
            // A name that stands there twice counts where it stands first, and no cmdlet takes just the other one out.
            if (own.found === "present" && own.raw.kind === "MultiString")
                return [...new Set(own.raw.data as string[])];
            if (own.found === "unreadable") return undefined;
            if (list === "curves") return live.windows?.cmdlets === true ? DEFAULT_CURVES : undefined;
            return live.suites.known && policy(list) === undefined ? live.suites.names : undefined;
        },
    };
}

/** The picture with some of its values and lists as they would be. */
export function overlaid(
    picture: Picture,
    values: readonly { readonly place: Place; readonly raw: Raw | null }[],
    lists: Readonly<Partial<Record<ListName, readonly string[]>>> = {},
): Picture {
    const changed = new Map(values.map(({ place, raw }) => [placeId(place), foundOf(raw)]));
    const at = (place: Place) => changed.get(placeId(place)) ?? picture.at(place);
    return { at, policy: (list) => listIn(at(policyPlace(list))), local: (list) => lists[list] ?? picture.local(list) };
}

/** The list that counts: policy's, where there is one (section 1.2). */
export function listThatCounts(picture: Picture, list: ListName): readonly string[] | undefined {
    return picture.policy(list) ?? picture.local(list);
}

function listIn(found: Found): readonly string[] | undefined {
    const names = found.found === "present" ? namesIn(found.raw.data) : [];
    return names.length === 0 ? undefined : names;
}

/** A number that SCHANNEL and .NET can take: a DWord's. Null: absent. Undefined: of another kind, or not readable. */
export function numberAt(picture: Picture, place: Place): number | null | undefined {
    const found = picture.at(place);
    if (found.found === "absent") return null;
    return found.found === "present" && found.raw.kind === "DWord" ? (found.raw.data as number) : undefined;
}
