import { placeId } from "../registry/place";
import { settingAt } from "../settings";
import type { Change, ValueChange } from "./changes";

/**
 * In which turn a change is written (section 7, safe order): what lets more in comes first, then .NET, then what takes
 * versions away, then suites and algorithms. A batch that breaks off has never taken away what is still needed.
 */
export function inSafeOrder(changes: readonly Change[]): readonly Change[] {
    return changes
        .map((change, index) => ({ change, index, turn: turnOf(change) }))
        .sort((a, b) => a.turn - b.turn || a.index - b.index)
        .map(({ change }) => change);
}

function turnOf(change: Change): number {
    if (change.what === "list") return 6;
    if (change.what === "key") return 10;
    if (change.why === "repair" && settingAt(placeId(change.place)) === undefined) return 9;
    switch (settingAt(placeId(change.place))?.setting.path[0]) {
        case "protocols":
            return takesAway(change) ? 4 : 0;
        case "dotNet":
            // Given back only once the old versions are on again.
            return change.to?.data === 1 ? 1 : 2;
        case "cipherSuites":
        case "curves":
            // While policy has a list, the cmdlets cannot change the local one.
            return change.to === null ? 5 : 7;
        case "ciphers":
        case "hashes":
        case "keyExchange":
            return change.to?.data === 0 ? 8 : 0;
        default:
            return 3;
    }
}

function takesAway({ place, to }: ValueChange): boolean {
    if (to === null) return false;
    return place.name === "Enabled" ? to.data === 0 : to.data !== 0;
}
