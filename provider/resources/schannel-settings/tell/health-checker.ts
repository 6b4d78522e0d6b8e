import { numberAt, type Picture } from "../reading/picture";
import { pathOf } from "../registry/place";
import { dotNetPlaces } from "../settings/dot-net";
import { OLD_PROTOCOLS, type Protocol, type Role } from "../settings/names";
import { protocolPlaces } from "../settings/protocols";
import type { Exchange } from "../versions/exchange";
import { osDefault, type Windows } from "../versions/windows";
import { type Label, labelOf, type Pair } from "./health-checker-words";

/** One line of HealthChecker's TLS section. */
export interface Line {
    readonly severity: "red" | "yellow";
    readonly text: string;
}

const GRADED = ["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"] as const satisfies readonly Protocol[];

/** The two values of a role as HealthChecker takes them: a text that holds a number counts as that number. */
export function pairOf(picture: Picture, protocol: Protocol, role: Role): Pair {
    const places = protocolPlaces(protocol, role);
    const number = (place: typeof places.enabled) => {
        const found = picture.at(place);
        return found.found === "present" && /^\d+$/.test(String(found.raw.data))
            ? Number(found.raw.data)
            : found.found === "present"
              ? 1
              : null;
    };
    return { enabled: number(places.enabled), disabledByDefault: number(places.byDefault) };
}

export function labelIn(picture: Picture, protocol: Protocol): Label {
    return labelOf(protocol, pairOf(picture, protocol, "client"), pairOf(picture, protocol, "server"));
}

/** What HealthChecker would print in colour (section 13), its contradictions included. */
export function healthCheckerLines(
    picture: Picture,
    windows: Windows | undefined,
    exchange: Exchange | undefined,
): readonly Line[] {
    const lines: Line[] = [];
    const tell = (severity: Line["severity"], text: string) => lines.push({ severity, text });
    for (const protocol of GRADED) {
        const label = labelIn(picture, protocol);
        if (label === "Misconfigured" || label === "Half Disabled") tell("red", `${protocol}: ${label}`);
        if (protocol === "TLS 1.2" && label === "Disabled") tell("red", "TLS 1.2: Disabled");
        if (protocol === "TLS 1.3") {
            const supported =
                windows !== undefined && osDefault(windows, protocol) === "on" && exchange?.tls13 === true;
            if (label === "Enabled" && !supported) tell("red", "TLS 1.3: Enabled where it is not supported");
            // Even where the line above calls it supported.
            if (label !== "Disabled") tell("red", "TLS 1.3: not Disabled");
        } else {
            for (const role of ["server", "client"] as const) {
                const { enabled, disabledByDefault } = pairOf(picture, protocol, role);
                if (enabled === null) tell("red", `${protocol} ${role} Enabled: should be defined`);
                if (disabledByDefault === null) tell("red", `${protocol} ${role} DisabledByDefault: should be defined`);
            }
        }
    }
    const old = OLD_PROTOCOLS.map((protocol) => [protocol, labelIn(picture, protocol)] as const);
    for (const [protocol, label] of old) if (label === "Enabled") tell("yellow", `${protocol}: Enabled`);
    const dropped = old.some(([, label]) => label === "Disabled");
    for (const place of dotNetPlaces("v4")) {
        const value = numberAt(picture, place);
        if (value === null) tell("red", `${pathOf(place)} ${place.name}: should be defined`);
        if (dropped && value !== 1)
            tell("red", `${pathOf(place)} ${place.name}: not 1 while TLS 1.0 or 1.1 is disabled`);
    }
    if (!dropped) tell("yellow", "TLS 1.0 and TLS 1.1: neither is disabled");
    return lines;
}
