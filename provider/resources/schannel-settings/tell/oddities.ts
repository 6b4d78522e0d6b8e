import { compare } from "../plan/compare";
import { keyAt, type Live, valueAt } from "../reading/live";
import { LOOK_ALIKES, nearly } from "../reading/look-alikes";
import { type KeyPlace, pathOf, placeId } from "../registry/place";
import { type Raw, rawOf, rawWords } from "../registry/raw";
import { SETTINGS } from "../settings";
import { CIPHERS, HASHES, KEY_EXCHANGES, PROTOCOLS } from "../settings/names";
import { LISTS, localPlace } from "../settings/policy-lists";
import { schannel } from "../settings/schannel";
import type { Setting, ValueRow } from "../settings/setting";

/** Something on the server that misleads people or tools. */
export interface Oddity {
    /** `placeId` of the value; undefined for a key. */
    readonly id?: string;
    readonly text: string;
    /** Whether `repair` does something about it. */
    readonly repairable: boolean;
}

const FAMILIES = [
    ["Protocols", PROTOCOLS],
    ["Ciphers", CIPHERS],
    ["Hashes", HASHES],
    ["KeyExchangeAlgorithms", KEY_EXCHANGES],
] as const;

/** Values of a wrong kind or an unusual number, keys that nobody heeds (sections 2.2, 12, 19.5). */
export function oddities(live: Live): readonly Oddity[] {
    return [...SETTINGS.flatMap((setting) => oddValues(live, setting)), ...oddLists(live), ...oddKeys(live)];
}

/** The kind and number that Windows documents for a value of this meaning. */
export function canonical(setting: Setting, row: ValueRow, raw: Raw): Raw {
    if (row.meaning !== "flag" || raw.data === 0) return { kind: row.kind, data: raw.data };
    // `enabled` of an algorithm is 0xffffffff, everything else that is on is 1.
    const on = setting.values.length === 1 ? setting.spelling.encode("enabled")[0] : 1;
    return { kind: row.kind, data: on ?? 1 };
}

function oddValues(live: Live, setting: Setting): readonly Oddity[] {
    return setting.values.flatMap((row): Oddity[] => {
        const raw = rawOf(valueAt(live, row.place));
        if (raw === null || raw === undefined) return [];
        const should = canonical(setting, row, raw);
        const how = compare(row, raw, should);
        const at = `${pathOf(row.place)}  ${row.place.name} is ${rawWords(raw)}`;
        if (how === "wrong kind")
            return [{ id: placeId(row.place), text: `${at}: it has to be a ${row.kind}`, repairable: true }];
        if (how !== "other spelling") return [];
        return [
            {
                id: placeId(row.place),
                text: `${at}: it means ${rawWords(should)}, and some auditors take only that`,
                repairable: true,
            },
        ];
    });
}

function oddLists(live: Live): readonly Oddity[] {
    return LISTS.flatMap((list): Oddity[] => {
        const place = localPlace(list);
        const raw = rawOf(valueAt(live, place));
        if (raw === null || raw === undefined) return [];
        const data = raw.data;
        const fine = raw.kind === "MultiString" && Array.isArray(data) && !data.some((name) => name.includes(","));
        const text = `${pathOf(place)}  ${place.name} is a ${raw.kind} in a form that Windows does not use: one name per string is right`;
        return fine ? [] : [{ id: placeId(place), text, repairable: false }];
    });
}

/** The outermost key of each look-alike that is there. */
export function lookAlikes(live: Live): readonly { readonly keys: readonly KeyPlace[]; readonly what: string }[] {
    return LOOK_ALIKES.filter(({ keys }) => keys.some((key) => keyAt(live, key)?.found === "present"));
}

function oddKeys(live: Live): readonly Oddity[] {
    const known = lookAlikes(live).map(({ keys, what }) => ({
        path: pathOf(keys.findLast((key) => keyAt(live, key)?.found === "present") as KeyPlace),
        what,
        repairable: true,
    }));
    const unknown = FAMILIES.flatMap(([family, names]) => {
        const place = schannel(family);
        const state = keyAt(live, place);
        const near = state?.found === "present" ? nearly(state.subKeys, names) : [];
        return near.map((name) => ({
            path: `${pathOf(place)}\\${name}`,
            what: "a name that is only nearly right",
            repairable: false,
        }));
    }).filter(({ path }) => !known.some((one) => one.path.toLowerCase() === path.toLowerCase()));
    return [...known, ...unknown].map(({ path, what, repairable }) => ({
        text: `${path} is ${what}: SCHANNEL does not heed it`,
        repairable,
    }));
}
