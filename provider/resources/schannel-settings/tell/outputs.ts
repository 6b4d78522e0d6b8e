import { shown } from "../guards/situation";
import { onDestroy } from "../plan/removal";
import type { Live } from "../reading/live";
import { type Picture, pictureOf } from "../reading/picture";
import { activePicture } from "../remember/after";
import type { Kept } from "../remember/bookkeeping";
import { pendingSince, stillPending } from "../remember/reboot";
import { dotNet } from "../settings/dot-net";
import { PROTOCOLS, type Protocol, ROLES, type Role } from "../settings/names";
import { protocolPlaces } from "../settings/protocols";
import { dotNetRelease } from "../versions/dot-net-release";
import type { Exchange } from "../versions/exchange";
import { type Effect, effectOf } from "./effective";
import { healthCheckerLines, labelIn } from "./health-checker";
import type { Label } from "./health-checker-words";
import { oddities } from "./oddities";

/** What a protocol does in one role. */
export interface RoleState {
    /** As configured: what holds from the next start of the machine on. */
    readonly configured: Effect;
    /** What the running system does, as far as our own changes tell. */
    readonly active: Effect;
    /** Whether values say so, or Windows does where there are none. */
    readonly by: "configured" | "OS default";
    /** Raw values: `absent`, `DWord 0` … */
    readonly enabled: string;
    readonly disabledByDefault: string;
}

export type ProtocolState = Readonly<Record<Role, RoleState>> & { readonly healthChecker: Label };

/** What the resource tells of one server. Plain data. */
export interface SettingsOutputs {
    readonly computer: string;
    /** `Windows Server 2019 (17763.5122)` */
    readonly windows: string;
    /** AdminDisplayVersion. */
    readonly exchange: string;
    readonly dotNetFramework: string | null;
    /** Protocol → state; without those that this Windows does not support. Empty for a Windows that is not known. */
    readonly effective: Readonly<Partial<Record<Protocol, ProtocolState>>>;
    /** The values of .NET as they stand there: `v4.64-bit.strongCrypto` → `DWord 1`, `absent` … */
    readonly dotNetValues: Readonly<Record<string, string>>;
    /** Lines that HealthChecker would print in red or yellow. */
    readonly healthChecker: readonly string[];
    /** Whether a change of ours is configured and not active. Stays true across runs until the machine was restarted. */
    readonly rebootRequired: boolean;
    /** When that began, ISO 8601 by the machine's own clock; null where nothing is pending. */
    readonly pendingSince: string | null;
    /** Odd values and keys. */
    readonly findings: readonly string[];
    /** What destroy would do now. */
    readonly onDestroy: readonly string[];
}

export function outputsOf(live: Live, exchange: Exchange | undefined, kept: Kept): SettingsOutputs {
    const picture = pictureOf(live);
    const since = pendingSince(stillPending(kept, live.machine));
    return {
        computer: live.machine?.computer ?? "",
        windows: `${live.windows?.name ?? "Windows"} (${live.buildText})`,
        exchange: exchange?.text ?? "",
        dotNetFramework: dotNetRelease(live.dotNet) ?? null,
        effective: effectiveOf(live, picture, activePicture(picture, kept, live)),
        dotNetValues: dotNetValues(picture),
        healthChecker: healthCheckerLines(picture, live.windows, exchange).map(
            ({ severity, text }) => `${severity}: ${text}`,
        ),
        rebootRequired: since !== undefined,
        pendingSince: since === undefined ? null : new Date(since).toISOString(),
        findings: oddities(live).map(({ text }) => text),
        onDestroy: onDestroy(kept, live),
    };
}

function dotNetValues(picture: Picture): SettingsOutputs["dotNetValues"] {
    const rows = dotNet.flatMap(({ path: [, ...path], values }) =>
        values.map(({ place }) => [path.join("."), shown(picture, place)] as const),
    );
    return Object.fromEntries(rows);
}

function effectiveOf({ windows }: Live, picture: Picture, active: Picture): SettingsOutputs["effective"] {
    if (windows === undefined) return {};
    const state = (protocol: Protocol, role: Role): RoleState => {
        const { enabled, byDefault } = protocolPlaces(protocol, role);
        const set = [enabled, byDefault].some((place) => picture.at(place).found !== "absent");
        return {
            configured: effectOf(windows, protocol, role, picture),
            active: effectOf(windows, protocol, role, active),
            by: set ? "configured" : "OS default",
            enabled: shown(picture, enabled),
            disabledByDefault: shown(picture, byDefault),
        };
    };
    return Object.fromEntries(
        PROTOCOLS.filter((protocol) =>
            ROLES.some((role) => effectOf(windows, protocol, role, picture) !== "not supported"),
        ).map((protocol) => [
            protocol,
            {
                client: state(protocol, "client"),
                server: state(protocol, "server"),
                healthChecker: labelIn(picture, protocol),
            },
        ]),
    );
}
