import { keyAt, type Live } from "../reading/live";
import { leafOf } from "../registry/place";
import { rawOf } from "../registry/raw";
import { lookAlikes } from "../tell/oddities";
import type { KeyChange, ValueChange } from "./changes";

/** The values and keys of look-alikes that go on request; one that holds more than was read stays. */
export function removalOfLookAlikes(live: Live): readonly (ValueChange | KeyChange)[] {
    return lookAlikes(live).flatMap(({ keys }) => {
        const changes: (ValueChange | KeyChange)[] = [];
        // All of them are numbers, which have no case.
        const gone = new Set<string>();
        for (const place of keys) {
            const state = keyAt(live, place);
            if (state?.found !== "present") continue;
            const values = [...state.values.values()].map(({ name, value }) => ({ name, raw: rawOf(value) }));
            if (state.subKeys.some((name) => !gone.has(name))) return [];
            if (values.some(({ raw }) => raw === undefined)) return [];
            for (const { name, raw } of values) {
                changes.push({ what: "value", place: { ...place, name }, from: raw ?? null, to: null, why: "repair" });
            }
            changes.push({ what: "key", place, why: "repair" });
            gone.add(leafOf(place));
        }
        return changes;
    });
}
