import type { Refusal } from "../../../lifecycle/plan/judge";
import type { Desired } from "../program/desired";
import type { Picture } from "../reading/picture";
import { type Place, pathOf, placeId } from "../registry/place";
import { type Raw, rawOf, rawWords, sameData, sameRaw } from "../registry/raw";
import type { Kept } from "../remember/bookkeeping";
import { titleOf } from "../settings/setting";
import { isOnTheWay } from "../suites/order-calls";
import type { ListChange, ValueChange } from "./changes";
import { compare } from "./compare";

/** What would be written, and why something cannot be. */
export interface Differences {
    readonly changes: readonly (ValueChange | ListChange)[];
    readonly refusals: readonly Refusal[];
    readonly notes: readonly string[];
}

/** What the program wants and the server does not have. */
export function wantedChanges({ settings, lists, repair }: Desired, picture: Picture): Differences {
    const changes: (ValueChange | ListChange)[] = [];
    const refusals: Refusal[] = [];
    const notes: string[] = [];
    for (const { setting, data } of settings) {
        setting.values.forEach((row, index) => {
            const wanted = data[index] ?? null;
            const to = wanted === null ? null : { kind: row.kind, data: wanted };
            const from = rawOf(picture.at(row.place));
            if (from === undefined) {
                refusals.push(unreadable(row.place, picture, titleOf(setting)));
                return;
            }
            const change = { what: "value", place: row.place, from, to } as const;
            switch (compare(row, from, to)) {
                case "different":
                    changes.push({ ...change, why: "declared" });
                    break;
                case "wrong kind":
                    if (repair) changes.push({ ...change, why: "repair" });
                    else refusals.push(wrongKind(row.place, from, row.kind));
                    break;
                case "other spelling":
                    if (repair) changes.push({ ...change, why: "repair" });
            }
        });
    }
    for (const { list, order } of lists) {
        const from = picture.local(list);
        if (from === undefined && picture.policy(list) !== undefined) {
            // Hidden by policy's list: refused by G7, or, where that list is going with this plan, written next time.
            notes.push(`${list}: the local list can be read only once group policy's is gone: run pulumi up again`);
        } else if (from === undefined) {
            const message = `${list} cannot be managed: the server's list is not known`;
            refusals.push({ code: "Unreadable", message });
        } else if (!sameData(from, order)) changes.push({ what: "list", list, from, to: order, why: "declared" });
    }
    return { changes, refusals, notes };
}

/** What the program no longer declares goes back to what it was, unless somebody changed it since. */
export function givenBack(kept: Pick<Kept, "values" | "lists">, picture: Picture): Differences {
    const changes: (ValueChange | ListChange)[] = [];
    const refusals: Refusal[] = [];
    const notes: string[] = [];
    for (const { was, wrote, ...place } of kept.values) {
        if (sameRaw(was, wrote)) continue;
        const now = rawOf(picture.at(place));
        if (now === undefined) refusals.push(unreadable(place, picture, "what was written"));
        else if (sameRaw(now, wrote)) changes.push({ what: "value", place, from: now, to: was, why: "given back" });
        else if (!sameRaw(now, was)) notes.push(leftAlone(`${pathOf(place)}  ${place.name}`, now, wrote));
    }
    for (const { list, was, wrote } of kept.lists) {
        if (sameData(was, wrote)) continue;
        const now = picture.local(list);
        if (picture.policy(list) !== undefined) {
            notes.push(`${list} stays as it is: group policy's list overrides it`);
        } else if (now === undefined) {
            const message = `${list} cannot be put back: the server's list could not be read`;
            refusals.push({ code: "Unreadable", message });
        } else if (sameData(now, was)) {
            // Somebody put it back already.
        } else if (sameData(now, wrote)) {
            changes.push({ what: "list", list, from: now, to: was, why: "given back" });
        } else if (isOnTheWay(now, list, wrote, was) || isOnTheWay(now, list, was, wrote)) {
            notes.push(`${list} is [${now.join(", ")}], as calls of ours left it that broke off: it is put back`);
            changes.push({ what: "list", list, from: now, to: was, why: "given back" });
        } else {
            notes.push(
                `left as somebody else set it: ${list} is [${now.join(", ")}], we had written [${wrote.join(", ")}]`,
            );
        }
    }
    return { changes, refusals, notes };
}

/** Kept values and lists that the program no longer speaks of. */
export function released(kept: Kept, desired: Desired): Pick<Kept, "values" | "lists"> {
    const wanted = new Set([...placesOf(desired), ...leftPlaces(desired)]);
    return {
        values: kept.values.filter((place) => !wanted.has(placeId(place))),
        lists: kept.lists.filter(({ list }) => !wanted.has(list)),
    };
}

/** `changeId` of what the program leaves as it was found. */
export function leftPlaces({ found }: Desired): readonly string[] {
    return placesOf(found);
}

function placesOf({ settings, lists }: Pick<Desired, "settings" | "lists">): readonly string[] {
    return [
        ...settings.flatMap(({ setting }) => setting.values.map(({ place }) => placeId(place))),
        ...lists.map(({ list }) => list),
    ];
}

function unreadable(place: Place, picture: Picture, what: string): Refusal {
    const found = picture.at(place);
    const why = found.found === "unreadable" ? found.why : "";
    return {
        code: "Unreadable",
        message: `${what} cannot be managed: ${pathOf(place)}  ${place.name} could not be read: ${why}`,
    };
}

function wrongKind(place: Place, raw: Raw | null, kind: string): Refusal {
    const message = `${pathOf(place)}  ${place.name} is ${rawWords(raw)}, where a ${kind} belongs, so Windows may not heed it: declare repair: true to have it written anew (Kind)`;
    return { code: "Kind", message };
}

function leftAlone(where: string, now: Raw | null, wrote: Raw | null): string {
    return `left as somebody else set it: ${where} is ${rawWords(now)}, we had written ${rawWords(wrote)}`;
}
