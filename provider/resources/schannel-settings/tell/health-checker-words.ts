import type { Protocol } from "../settings/names";

/** HealthChecker's words for a protocol (section 13). */
export type Label = "Enabled" | "Disabled" | "Half Disabled" | "Misconfigured";

/** `Enabled` and `DisabledByDefault` of one role; null: absent. */
export interface Pair {
    readonly enabled: number | null;
    readonly disabledByDefault: number | null;
}

/** HealthChecker's label, as section 13 gives its rules: the last one that fits wins. */
export function labelOf(protocol: Protocol, client: Pair, server: Pair): Label {
    const e = ({ enabled }: Pair) => (enabled === null ? protocol !== "TLS 1.3" : enabled !== 0);
    const d = ({ disabledByDefault }: Pair) => disabledByDefault !== null && disabledByDefault !== 0;
    const off = (pair: Pair) => !e(pair) && (d(pair) || pair.disabledByDefault === null);
    const half = (!e(server) && !d(server) && server.disabledByDefault !== null) || (e(server) && d(server));
    if (e(server) !== e(client) || d(server) !== d(client)) return "Misconfigured";
    if (half) return "Half Disabled";
    return off(server) && off(client) ? "Disabled" : "Enabled";
}
