import type { Credential } from "../cmdlets/argument.js";
import { isWithin } from "./product.js";
import type { Server } from "./server.js";

/**
 * What can be set on a send connector, by the names and in the texts that Exchange reads back (sheet 3.2, 2.5):
 * sizes, spans, enumerations and address spaces are kept as their canonical text.
 */
export interface SendConnectorSettings {
    readonly Name: string;
    readonly AddressSpaces: readonly string[];
    readonly AuthenticationCredential: Credential | null;
    readonly CloudServicesMailEnabled: boolean;
    readonly Comment: string;
    readonly ConnectionInactivityTimeOut: string;
    readonly ConnectorType: string;
    readonly DNSRoutingEnabled: boolean;
    readonly DomainSecureEnabled: boolean;
    readonly Enabled: boolean;
    readonly ErrorPolicies: string;
    readonly ForceHELO: boolean;
    readonly Fqdn: string | null;
    readonly FrontendProxyEnabled: boolean;
    readonly IgnoreSTARTTLS: boolean;
    readonly IsCoexistenceConnector: boolean;
    readonly IsScopedConnector: boolean;
    /** `SERVER\\Name`. */
    readonly LinkedReceiveConnector: string | null;
    readonly MaxMessageSize: string;
    readonly Port: number;
    readonly ProtocolLoggingLevel: string;
    readonly RequireOorg: boolean;
    readonly RequireTLS: boolean;
    readonly SmartHostAuthMechanism: string;
    readonly SmartHosts: readonly string[];
    readonly SmtpMaxMessagesPerConnection: number;
    readonly SourceIPAddress: string;
    /** Short names. */
    readonly SourceTransportServers: readonly string[];
    readonly TlsAuthLevel: string | null;
    readonly TlsCertificateName: string | null;
    readonly TlsDomain: string | null;
    readonly UseExternalDNSServersEnabled: boolean;
}

export interface SendConnector {
    readonly guid: string;
    readonly created: Date;
    readonly changed: Date;
    readonly settings: SendConnectorSettings;
}

/**
 * What a new connector of that server has where nothing is given: the values seen live (sheet 3.4), not the documented
 * ones; before 2013 nobody has seen any (sheet 13).
 */
export function newSendConnectorSettings(usage: string, server: Server): Omit<SendConnectorSettings, "Name"> {
    const limit = isWithin(server.product, "2007", "2010") ? "10 MB (10,485,760 bytes)" : "35 MB (36,700,160 bytes)";
    return {
        AddressSpaces: [],
        AuthenticationCredential: null,
        CloudServicesMailEnabled: false,
        Comment: "",
        ConnectionInactivityTimeOut: "00:10:00",
        ConnectorType: "Default",
        DNSRoutingEnabled: true,
        DomainSecureEnabled: false,
        Enabled: true,
        ErrorPolicies: "Default",
        ForceHELO: false,
        Fqdn: null,
        FrontendProxyEnabled: false,
        IgnoreSTARTTLS: false,
        IsCoexistenceConnector: false,
        IsScopedConnector: false,
        LinkedReceiveConnector: null,
        MaxMessageSize: usage === "Internal" ? "Unlimited" : limit,
        Port: 25,
        ProtocolLoggingLevel: "None",
        RequireOorg: false,
        RequireTLS: false,
        SmartHostAuthMechanism: "None",
        SmartHosts: [],
        SmtpMaxMessagesPerConnection: 20,
        SourceIPAddress: "0.0.0.0",
        SourceTransportServers: [server.name],
        TlsAuthLevel: null,
        TlsCertificateName: null,
        TlsDomain: null,
        UseExternalDNSServersEnabled: false,
    };
}
