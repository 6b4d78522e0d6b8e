import type { FieldValues } from "../values";

/** What each usage starts with (reference sheet 5.3). Of bindings only the part that both of its sources name. */
const PRESETS: Readonly<Record<string, FieldValues>> = {
    Client: {
        authMechanism: ["BasicAuth", "BasicAuthRequireTLS", "Integrated", "Tls"],
        permissionGroups: ["ExchangeUsers"],
        bindings: ["0.0.0.0:587"],
    },
    Internal: {
        authMechanism: ["ExchangeServer", "Tls"],
        permissionGroups: ["ExchangeLegacyServers", "ExchangeServers"],
        bindings: ["0.0.0.0:25"],
    },
    Internet: {
        authMechanism: ["Tls"],
        permissionGroups: ["AnonymousUsers"],
        remoteIpRanges: ["0.0.0.0-255.255.255.255"],
    },
    Partner: { authMechanism: ["Tls"], permissionGroups: ["Partners"] },
    Custom: { authMechanism: ["Tls"], permissionGroups: [] },
};

/** Defaults that the documentation and live connectors agree on, for every usage and on every server (sheet 5.2). */
const COMMON: FieldValues = {
    enabled: true,
    requireTls: false,
    domainSecureEnabled: false,
    suppressXAnonymousTls: false,
    chunkingEnabled: true,
    binaryMimeEnabled: true,
    longAddressesEnabled: false,
    orarEnabled: false,
    tlsDomainCapabilities: [],
    // What New- does not take, or what is declared as "none".
    bareLinefeedRejectionEnabled: false,
    smtpUtf8Enabled: true,
    tlsCertificateName: null,
    serviceDiscoveryFqdn: null,
    defaultDomain: null,
    banner: null,
    comment: null,
};

/** What a new connector has where nothing is declared, as far as it is certain and the rules ask for it. */
export function initial(declared: FieldValues): FieldValues {
    return { ...COMMON, ...PRESETS[usageOf(declared)] };
}

export function usageOf(declared: FieldValues): string {
    return typeof declared.usage === "string" ? declared.usage : "Custom";
}
