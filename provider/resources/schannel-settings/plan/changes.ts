import type { AgentCall } from "../../../session/frames";
import { type KeyPlace, keyId, type Place, pathOf, placeId } from "../registry/place";
import { type Raw, rawWords } from "../registry/raw";
import type { ListName } from "../settings/policy-lists";
import { orderCalls } from "../suites/order-calls";

/** `declared`: the program wants it. `given back`: no longer declared, so the old value returns. */
export type Reason = "declared" | "given back" | "repair";

/** One value to be written: what preview lists is what up sends. */
export interface ValueChange {
    readonly what: "value";
    readonly place: Place;
    readonly from: Raw | null;
    readonly to: Raw | null;
    readonly why: Reason;
}

/** A list to be written by the TLS cmdlets. */
export interface ListChange {
    readonly what: "list";
    readonly list: ListName;
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly why: Reason;
}

/** A key that goes, if it is empty by then. */
export interface KeyChange {
    readonly what: "key";
    readonly place: KeyPlace;
    readonly why: "made by us" | "repair";
}

export type Change = ValueChange | ListChange | KeyChange;

/** The same text for changes of the same value, list or key; of a value or a list also its id in `Pending`. */
export function changeId(change: Change): string {
    if (change.what === "list") return change.list;
    return change.what === "key" ? keyId(change.place) : placeId(change.place);
}

/** `HKLM\…\TLS 1.0\Server  Enabled: absent -> DWord 0` */
export function inWords(change: Change): string {
    switch (change.what) {
        case "value":
            return `${pathOf(change.place)}  ${change.place.name}: ${rawWords(change.from)} -> ${rawWords(change.to)}${aside(change.why)}`;
        case "list":
            return `${change.list === "curves" ? "TLS curves" : "TLS cipher suites"}: [${change.from.join(", ")}] -> [${change.to.join(", ")}]${aside(change.why)}`;
        case "key":
            return `${pathOf(change.place)}: the key is removed, empty as it is then${aside(change.why)}`;
    }
}

function aside(why: Reason | KeyChange["why"]): string {
    return why === "declared" ? "" : ` (${why})`;
}

/** The calls that make a change. */
export function callsFor(change: Change): readonly AgentCall[] {
    if (change.what === "list") return orderCalls(change.list, change.from, change.to);
    const { view, key } = change.place;
    const at = { hive: "HKLM", view, key } as const;
    if (change.what === "key") return [{ reg: "delete", ...at }];
    const { name } = change.place;
    return [change.to === null ? { reg: "delete", ...at, name } : { reg: "set", ...at, name, ...change.to }];
}

/** What follows from the changes of a plan alone. */
export function carriedOut(changes: readonly Change[]) {
    return {
        action: changes.length === 0 ? "none" : "change",
        changes,
        words: changes.map(inWords),
        calls: changes.flatMap(callsFor),
    } as const;
}
