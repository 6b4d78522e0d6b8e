/** What HealthChecker reads of one protocol, by .NET: 0xffffffff is -1; undefined: absent. */
export interface RawProtocol {
    readonly serverEnabled: number | undefined;
    readonly serverDisabledByDefault: number | undefined;
    readonly clientEnabled: number | undefined;
    readonly clientDisabledByDefault: number | undefined;
}

export type TlsVersion = "1.0" | "1.1" | "1.2" | "1.3";
export type Label = "Enabled" | "Disabled" | "Half Disabled" | "Misconfigured";

/** Sheet 13, word for word; whatever comes last wins. */
export function labelOf(version: TlsVersion, raw: RawProtocol): Label {
    const { serverEnabled, serverDisabledByDefault, clientEnabled, clientDisabledByDefault } = raw;
    const isEnabled = (value: number | undefined) => (value === undefined ? version !== "1.3" : value !== 0);
    const isDisabledByDefault = (value: number | undefined) => value !== undefined && value !== 0;
    const server = isEnabled(serverEnabled);
    const client = isEnabled(clientEnabled);
    const serverDefault = isDisabledByDefault(serverDisabledByDefault);
    const clientDefault = isDisabledByDefault(clientDisabledByDefault);
    const disabled =
        !server &&
        (serverDefault || serverDisabledByDefault === undefined) &&
        !client &&
        (clientDefault || clientDisabledByDefault === undefined);
    const half = (!server && !serverDefault && serverDisabledByDefault !== undefined) || (server && serverDefault);
    if (server !== client || serverDefault !== clientDefault) return "Misconfigured";
    if (half) return "Half Disabled";
    return disabled ? "Disabled" : "Enabled";
}

/** Names of the raw values that are absent. */
export function missingOf(raw: RawProtocol): readonly string[] {
    return Object.entries(raw).flatMap(([name, value]) => (value === undefined ? [name] : []));
}
