import { numberAt, type Picture } from "../reading/picture";
import type { Protocol, Role } from "../settings/names";
import { protocolPlaces } from "../settings/protocols";
import { osDefault, type Windows } from "../versions/windows";

/**
 * `offered`: used by programs that name no version. `on request`: only by programs that name this one. `unclear`: a
 * value has the wrong kind or cannot be read.
 */
export type Effect = "offered" | "on request" | "off" | "not supported" | "unclear";

/** A switch as section 2.1 tells them apart. */
type Switch = "0" | "on" | "absent";

/** Section 2.1: `Enabled`, `DisabledByDefault` → effect where Windows has the protocol on by default, and off. */
const TABLE: readonly (readonly [Switch, Switch | "any", on: Effect, off: Effect])[] = [
    ["0", "any", "off", "off"],
    ["on", "0", "offered", "offered"],
    ["on", "on", "on request", "on request"],
    ["on", "absent", "offered", "on request"],
    ["absent", "0", "offered", "off"],
    ["absent", "on", "on request", "off"],
    ["absent", "absent", "offered", "off"],
];

/** What a protocol does in a role. */
export function effectOf(windows: Windows, protocol: Protocol, role: Role, picture: Picture): Effect {
    const places = protocolPlaces(protocol, role);
    return effectFrom(windows, protocol, numberAt(picture, places.enabled), numberAt(picture, places.byDefault));
}

/** The same from the two numbers: null absent, undefined of the wrong kind. */
export function effectFrom(
    windows: Windows,
    protocol: Protocol,
    enabled: number | null | undefined,
    disabledByDefault: number | null | undefined,
): Effect {
    const byOs = osDefault(windows, protocol);
    if (byOs === "not supported") return "not supported";
    if (enabled === undefined || (disabledByDefault === undefined && enabled !== 0)) return "unclear";
    const dbd = switchOf(disabledByDefault ?? null);
    const row = TABLE.find(([first, second]) => first === switchOf(enabled) && (second === "any" || second === dbd));
    return row?.[byOs === "on" ? 2 : 3] ?? "unclear";
}

function switchOf(value: number | null): Switch {
    return value === null ? "absent" : value === 0 ? "0" : "on";
}

/** Whether the effect leaves the protocol in use. */
export function isOn(effect: Effect): boolean {
    return effect === "offered" || effect === "on request";
}
