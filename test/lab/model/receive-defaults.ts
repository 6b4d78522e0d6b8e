import { isWithin } from "./product.js";
import type { ReceiveConnectorSettings } from "./receive-connector.js";
import type { Server } from "./server.js";

type UsageSettings = Pick<
    ReceiveConnectorSettings,
    "AuthMechanism" | "PermissionGroups" | "Bindings" | "RemoteIPRanges"
>;

/** What a new connector of that server has where nothing is given (sheet 5.2); live values before documented ones. */
export function newReceiveConnectorSettings(
    server: Server,
): Omit<ReceiveConnectorSettings, "Name" | keyof UsageSettings> {
    const { isEdge, product } = server;
    const early = isWithin(product, "2007", "2013");
    return {
        AdvertiseClientSettings: product === "2010",
        AuthTarpitInterval: "00:00:05",
        Banner: "",
        BareLinefeedRejectionEnabled: false,
        BinaryMimeEnabled: true,
        ChunkingEnabled: true,
        Comment: "",
        ConnectionInactivityTimeout: isEdge ? "00:01:00" : "00:05:00",
        ConnectionTimeout: isEdge ? "00:05:00" : "00:10:00",
        DefaultDomain: null,
        DeliveryStatusNotificationEnabled: true,
        DomainSecureEnabled: false,
        EightBitMimeEnabled: true,
        EnableAuthGSSAPI: false,
        Enabled: true,
        EnhancedStatusCodesEnabled: true,
        ExtendedProtectionPolicy: "None",
        Fqdn: server.fqdn,
        LiveCredentialEnabled: false,
        LongAddressesEnabled: false,
        MaxAcknowledgementDelay: "00:00:30",
        MaxHeaderSize: early ? "64 KB (65,536 bytes)" : "256 KB (262,144 bytes)",
        MaxHopCount: 60,
        MaxInboundConnection: "5000",
        MaxInboundConnectionPercentagePerSource: 2,
        MaxInboundConnectionPerSource: "20",
        MaxLocalHopCount: 8,
        MaxLogonFailures: 3,
        MaxMessageSize: early ? "10 MB (10,485,760 bytes)" : "36 MB (37,748,736 bytes)",
        MaxProtocolErrors: "5",
        MaxRecipientsPerMessage: 200,
        MessageRateLimit: isEdge ? "600" : "Unlimited",
        MessageRateSource: "IPAddress",
        OrarEnabled: false,
        PipeliningEnabled: true,
        ProtocolLoggingLevel: "None",
        ProxyEnabled: false,
        RejectReservedSecondLevelRecipientDomains: false,
        RejectReservedTopLevelRecipientDomains: false,
        RejectSingleLabelRecipientDomains: false,
        RequireEHLODomain: false,
        RequireTLS: false,
        ServiceDiscoveryFqdn: null,
        SizeEnabled: "Enabled",
        SmtpUtf8Enabled: true,
        SuppressXAnonymousTls: false,
        TarpitInterval: "00:00:05",
        TlsCertificateName: null,
        TlsDomainCapabilities: [],
        // Nobody has read an Edge server's: there, every connector belongs to the one transport service.
        TransportRole: "HubTransport",
    };
}

/** Every client, as setup writes it. */
export const EVERY_ADDRESS = ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255"] as const;

/** Sheet 5.3. Lists that are empty here must be given. */
export function usageSettings(usage: string, isEdge: boolean, bothFamilies: boolean): UsageSettings {
    const listening = (port: number) => (bothFamilies ? [`0.0.0.0:${port}`, `[::]:${port}`] : [`0.0.0.0:${port}`]);
    const nothing = { Bindings: [], RemoteIPRanges: [] };
    switch (usage) {
        case "Client":
            return {
                AuthMechanism: "Tls, Integrated, BasicAuth, BasicAuthRequireTLS",
                PermissionGroups: "ExchangeUsers",
                Bindings: listening(587),
                RemoteIPRanges: [],
            };
        case "Internal":
            return {
                AuthMechanism: "Tls, ExchangeServer",
                PermissionGroups: isEdge ? "ExchangeServers" : "ExchangeServers, ExchangeLegacyServers",
                Bindings: listening(25),
                RemoteIPRanges: [],
            };
        case "Internet":
            return {
                AuthMechanism: "Tls",
                PermissionGroups: "AnonymousUsers",
                Bindings: [],
                RemoteIPRanges: ["0.0.0.0-255.255.255.255"],
            };
        case "Partner":
            return { AuthMechanism: "Tls", PermissionGroups: "Partners", ...nothing };
        default:
            return { AuthMechanism: "Tls", PermissionGroups: "None", ...nothing };
    }
}
