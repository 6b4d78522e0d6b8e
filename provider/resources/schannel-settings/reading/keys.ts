import { above, type KeyPlace, keyId } from "../registry/place";
import { SETTINGS } from "../settings";
import { LISTS, localPlace } from "../settings/policy-lists";
import { SCHANNEL, schannel } from "../settings/schannel";
import { LOOK_ALIKES } from "./look-alikes";

/** Windows' own identity (section 14). */
export const CURRENT_VERSION: KeyPlace = { view: 64, key: "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" };
/** Which .NET Framework is installed (section 5). */
export const DOT_NET_SETUP: KeyPlace = { view: 64, key: "SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full" };

/** Keys that every Windows has, so that nobody needs to ask whether we made them. */
const ALWAYS_THERE = [
    SCHANNEL,
    "SOFTWARE\\Microsoft",
    "SOFTWARE\\Microsoft\\.NETFramework",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings",
    "SOFTWARE\\Policies\\Microsoft",
].map((key) => key.toLowerCase());

/** Whether a key is one of those that every Windows has, or above one. */
function isAlwaysThere({ key }: KeyPlace): boolean {
    const path = key.toLowerCase();
    return ALWAYS_THERE.some((one) => one === path || one.startsWith(`${path}\\`));
}

/** .NET's own keys: on every server they hold what is not ours (section 1.3), and the agent deletes none of them. */
const DOT_NET = /^software\\microsoft\\\.netframework(\\|$)/i;

/** Whether a key is nobody's of ours, also where a write of ours made it. */
export function isNeverOurs(place: KeyPlace): boolean {
    return isAlwaysThere(place) || DOT_NET.test(place.key);
}

function withParents(place: KeyPlace): readonly KeyPlace[] {
    if (isAlwaysThere(place)) return [];
    const parent = above(place);
    return [...(parent === undefined ? [] : withParents(parent)), place];
}

/** Every key that is read, once. */
export const READ_KEYS: readonly KeyPlace[] = [
    ...new Map(
        [
            schannel(),
            ...SETTINGS.flatMap(({ values }) =>
                values.flatMap(({ place: { view, key } }) => withParents({ view, key })),
            ),
            ...LISTS.map((list): KeyPlace => ({ view: 64, key: localPlace(list).key })),
            ...LOOK_ALIKES.flatMap(({ keys }) => keys),
            CURRENT_VERSION,
            DOT_NET_SETUP,
        ].map((place) => [keyId(place), place] as const),
    ).values(),
];
