import type { Place } from "../registry/place";
import { PROTOCOLS, type Protocol, ROLES, type Role } from "./names";
import { schannel } from "./schannel";
import { type Setting, type Spelling, words } from "./setting";

/** Section 2.1: both values, because an application that names its versions heeds only the first. */
const SPELLING: Spelling = words([
    ["enabled", [1, 0]],
    ["disabled", [0, 1]],
    ["default", [null, null]],
]);

/** `Enabled` and `DisabledByDefault` of a protocol in a role. */
export function protocolPlaces(protocol: Protocol, role: Role): { readonly enabled: Place; readonly byDefault: Place } {
    const key = schannel("Protocols", protocol, role === "client" ? "Client" : "Server");
    return { enabled: { ...key, name: "Enabled" }, byDefault: { ...key, name: "DisabledByDefault" } };
}

export const protocols: readonly Setting[] = PROTOCOLS.flatMap((protocol) =>
    ROLES.map((role): Setting => {
        const { enabled, byDefault } = protocolPlaces(protocol, role);
        return {
            path: ["protocols", protocol, role],
            values: [
                { place: enabled, kind: "DWord", meaning: "flag" },
                { place: byDefault, kind: "DWord", meaning: "flag" },
            ],
            spelling: SPELLING,
            doc: `Whether ${protocol} is used ${role === "client" ? "outbound" : "inbound"}: enabled writes Enabled 1 and DisabledByDefault 0, disabled 0 and 1, default removes both, which leaves it to Windows.`,
        };
    }),
);
