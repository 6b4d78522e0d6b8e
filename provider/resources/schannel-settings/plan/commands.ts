import type { Command, Properties } from "../../../lifecycle/apply/watch";
import { keyAt, type Live } from "../reading/live";
import { pictureOf } from "../reading/picture";
import { pathOf } from "../registry/place";
import { rawWords } from "../registry/raw";
import { type Change, callsFor } from "./changes";

/** The calls of these changes with what they change, as it is now. */
export function commandsOf(changes: readonly Change[], live: Live): readonly Command[] {
    return changes.flatMap((change) => {
        const before = touchedBy(change, live);
        return callsFor(change).map((call) => ({ call, before }));
    });
}

function touchedBy(change: Change, live: Live): Properties {
    if (change.what === "list") {
        return { [change.list]: pictureOf(live).local(change.list) ?? "(not readable)" };
    }
    const path = pathOf(change.place);
    if (change.what === "key") {
        const key = keyAt(live, change.place);
        return { [path]: key?.found ?? "(not readable)" };
    }
    const found = pictureOf(live).at(change.place);
    const value = found.found === "present" ? rawWords(found.raw) : found.found;
    return { [`${path}  ${change.place.name}`]: value };
}
