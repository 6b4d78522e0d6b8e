import { RegistryKey } from "../registry/dot-net.js";
import type { Registry } from "../registry/registry.js";
import { NET_2, NET_4, SCHANNEL } from "../windows/keys.js";
import type { RawProtocol, TlsVersion } from "./protocol.js";

export const VERSIONS: readonly TlsVersion[] = ["1.0", "1.1", "1.2", "1.3"];

/** `v4` and `v2` in the 64-bit node, then in Wow6432Node. */
export interface RawNet {
    readonly strongCrypto: readonly (number | undefined)[];
    readonly systemDefault: readonly (number | undefined)[];
}

export interface Collected {
    readonly protocols: Readonly<Record<TlsVersion, RawProtocol>>;
    readonly v4: RawNet;
    readonly v2: RawNet;
    /** Shown, not graded; undefined is not 0. */
    readonly renegotiation: readonly (number | undefined)[];
}

/** Reads as HealthChecker does, by .NET. */
export function collect(registry: Registry): Collected {
    const hive = RegistryKey.openBaseKey(registry, 64);
    const number = (path: string, name: string) => {
        const value = hive.openSubKey(path)?.getValue(name);
        return value?.type === "Int32" ? value.value : undefined;
    };
    const protocol = (version: TlsVersion): RawProtocol => {
        const key = (role: string) => `${SCHANNEL}\\Protocols\\TLS ${version}\\${role}`;
        return {
            serverEnabled: number(key("Server"), "Enabled"),
            serverDisabledByDefault: number(key("Server"), "DisabledByDefault"),
            clientEnabled: number(key("Client"), "Enabled"),
            clientDisabledByDefault: number(key("Client"), "DisabledByDefault"),
        };
    };
    const net = (keys: readonly string[]): RawNet => ({
        strongCrypto: keys.map((key) => number(key, "SchUseStrongCrypto")),
        systemDefault: keys.map((key) => number(key, "SystemDefaultTlsVersions")),
    });
    const protocols = Object.fromEntries(VERSIONS.map((version) => [version, protocol(version)]));
    return {
        protocols: protocols as Record<TlsVersion, RawProtocol>,
        ...{ v4: net(NET_4), v2: net(NET_2) },
        renegotiation: ["AllowInsecureRenegoClients", "AllowInsecureRenegoServers"].map((name) =>
            number(SCHANNEL, name),
        ),
    };
}
