import { keyAt, type Live } from "../reading/live";
import { keyId, leafOf } from "../registry/place";
import { rawOf } from "../registry/raw";
import { lookAlikes } from "../tell/oddities";
import type { KeyChange, ValueChange } from "./changes";

/** The values and keys of look-alikes that go on request; one that holds more than was read stays. */
export function removalOfLookAlikes(live: Live): readonly (ValueChange | KeyChange)[] {
    const done = new Set<string>();
    return lookAlikes(live).flatMap(({ keys }) => {
        const changes: (ValueChange | KeyChange)[] = [];
        for (const place of keys) {
            const state = keyAt(live, place);
            if (state?.found !== "present" || done.has(keyId(place))) continue;
            const inner = keys.filter((key) => done.has(keyId(key))).map((key) => leafOf(key).toLowerCase());
            const values = [...state.values.values()].map(({ name, value }) => ({ name, raw: rawOf(value) }));
            if (state.subKeys.some((name) => !inner.includes(name.toLowerCase()))) return [];
            if (values.some(({ raw }) => raw === undefined)) return [];
            for (const { name, raw } of values) {
                changes.push({ what: "value", place: { ...place, name }, from: raw ?? null, to: null, why: "repair" });
            }
            changes.push({ what: "key", place, why: "repair" });
            done.add(keyId(place));
        }
        return changes;
    });
}
