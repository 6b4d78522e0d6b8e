// Written by `npm run generate` from the field table of the kind. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** Properties of a send connector. One that is left out is not managed: never compared, never written. */
export interface SendConnectorProperties {
    /**
     * Name of the connector, unique in the organisation. A change renames it in place.
     *
     * Default: none. Exchange 2007 and later. Parameter `Name` of New-SendConnector, Set-SendConnector.
     */
    name: pulumi.Input<string>;
    /**
     * Whether the connector is used.
     *
     * Default: true. Exchange 2007 and later. Parameter `Enabled` of New-SendConnector, Set-SendConnector.
     */
    enabled?: pulumi.Input<boolean>;
    /**
     * Free text. A connector that this provider created carries a mark such as [pulumi 0123456789ab] behind it, which is not compared.
     *
     * Default: empty. Exchange 2007 and later. Parameter `Comment` of New-SendConnector, Set-SendConnector.
     */
    comment?: pulumi.Input<string | null>;
    /**
     * What the connector is for: only supplies initial values (Internal: no size limit) and is not stored, so it can never be read or compared. Used when the object is created; a change later is not written.
     *
     * Default: Custom. Exchange 2007 and later. Parameter `Usage` of New-SendConnector.
     */
    usage?: pulumi.Input<"Custom" | "Internal" | "Internet" | "Partner">;
    /**
     * Whether the far end is Microsoft 365 in a hybrid organisation and internal headers are kept.
     *
     * Default: false; true where the hybrid wizard made the connector. Exchange 2013 and later. Parameter `CloudServicesMailEnabled` of New-SendConnector, Set-SendConnector; interacts with TLS.
     */
    cloudServicesMailEnabled?: pulumi.Input<boolean>;
    /**
     * Whether the connector is an ordinary one or one between premises.
     *
     * Default: Default. Exchange 2016 and later. Parameter `ConnectorType` of New-SendConnector, Set-SendConnector.
     */
    connectorType?: pulumi.Input<"Default" | "XPremises">;
    /**
     * Marks a connector between the premises and the cloud.
     *
     * Default: false. Exchange 2010 only. Parameter `IsCoexistenceConnector` of New-SendConnector, Set-SendConnector.
     */
    isCoexistenceConnector?: pulumi.Input<boolean>;
    /**
     * Domains that this connector delivers to: "contoso.com" (without sub-domains), "*.contoso.com" (with them), "*"; with type and cost as "SMTP:contoso.com;10", cost 1 to 100, 1 when omitted. At least one, but none beside linkedReceiveConnector (S13). With adopt they may be left out, and stay as they are. Compared as a set; exact: other entries are taken out.
     *
     * Default: none. Exchange 2007 and later. Parameter `AddressSpaces` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    addressSpaces?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Mailbox servers, or subscribed Edge servers, that may use the connector. Short names or FQDNs. Not on an Edge server itself (S14). Compared as a set; exact: other entries are taken out.
     *
     * Default: the server on which the connector is created. Exchange 2007 and later. Parameter `SourceTransportServers` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    sourceTransportServers?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Only servers in the source servers' site use it (S21).
     *
     * Default: false. Exchange 2007 SP1 and later. Parameter `IsScopedConnector` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    isScopedConnector?: pulumi.Input<boolean>;
    /**
     * Deliver to the domain's MX. false needs smartHosts (S8).
     *
     * Default: true. Exchange 2007 and later. Parameter `DNSRoutingEnabled` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    dnsRoutingEnabled?: pulumi.Input<boolean>;
    /**
     * Hosts (names or IP addresses) that take the mail instead of the domain's MX. Turns dnsRoutingEnabled off (S9). Compared as a set; exact: other entries are taken out.
     *
     * Default: empty. Exchange 2007 and later. Parameter `SmartHosts` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    smartHosts?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Receive connector, "Server\Name", whose mail goes out through this connector's smart hosts, whatever its domain. Needs no address space, smartHosts, smartHostAuthMechanism and maxMessageSize "unlimited" (S13). null: none.
     *
     * Default: null. Exchange 2007 to 2010 only. Parameter `LinkedReceiveConnector` of New-SendConnector, Set-SendConnector.
     */
    linkedReceiveConnector?: pulumi.Input<string | null>;
    /**
     * TCP port of the far end, 0 to 65535.
     *
     * Default: 25. Exchange 2007 and later. Parameter `Port` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    port?: pulumi.Input<number>;
    /**
     * Local address that connections come from; 0.0.0.0: any. Only on an Edge server (S14).
     *
     * Default: 0.0.0.0. Exchange 2007 and later. Parameter `SourceIPAddress` of New-SendConnector, Set-SendConnector.
     */
    sourceIpAddress?: pulumi.Input<string>;
    /**
     * Send through the front-end service (port 717). Mutual TLS does not work that way (S16).
     *
     * Default: false. Exchange 2013 and later. Parameter `FrontendProxyEnabled` of New-SendConnector, Set-SendConnector; interacts with TLS.
     */
    frontendProxyEnabled?: pulumi.Input<boolean>;
    /**
     * Look names up at the transport server's external DNS servers.
     *
     * Default: false. Exchange 2007 and later. Parameter `UseExternalDNSServersEnabled` of New-SendConnector, Set-SendConnector.
     */
    useExternalDnsServersEnabled?: pulumi.Input<boolean>;
    /**
     * Deliver by TLS or not at all. Cannot go with ignoreStartTls (S3) or forceHelo (S17).
     *
     * Default: false. Exchange 2007 and later. Parameter `RequireTLS` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    requireTls?: pulumi.Input<boolean>;
    /**
     * How the far end's certificate is checked: not at all, chain and revocation, or its name as well. Needs requireTls and no ignoreStartTls (S4). null: none.
     *
     * Default: null. Exchange 2010 and later. Parameter `TlsAuthLevel` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    tlsAuthLevel?: pulumi.Input<"EncryptionOnly" | "CertificateValidation" | "DomainValidation" | null>;
    /**
     * Name that the far end's certificate must carry, "contoso.com" or "*.contoso.com". Only with tlsAuthLevel DomainValidation (S5), where a smart host makes it mandatory (S6); without it the recipient's domain is the name (S7). null: none.
     *
     * Default: null. Exchange 2010 and later. Parameter `TlsDomain` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    tlsDomain?: pulumi.Input<string | null>;
    /**
     * Mutual TLS with the domains in tlsSendDomainSecureList. Needs dnsRoutingEnabled, no ignoreStartTls (S1) and no frontendProxyEnabled (S16).
     *
     * Default: false; true on EdgeSync's own connector to the Internet. Exchange 2007 and later. Parameter `DomainSecureEnabled` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    domainSecureEnabled?: pulumi.Input<boolean>;
    /**
     * Send in the clear even where the far end offers STARTTLS.
     *
     * Default: false. Exchange 2007 and later. Parameter `IgnoreSTARTTLS` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    ignoreStartTls?: pulumi.Input<boolean>;
    /**
     * Greet with HELO instead of EHLO, so that no STARTTLS can follow (S17).
     *
     * Default: false. Exchange 2007 and later. Parameter `ForceHELO` of New-SendConnector, Set-SendConnector; interacts with TLS.
     */
    forceHelo?: pulumi.Input<boolean>;
    /**
     * Name given in EHLO, by which the certificate is chosen when tlsCertificateName is not set. Exchange 2010 ignores it where the Hub and Mailbox roles share a server. null: none.
     *
     * Default: null: the source server's FQDN. Exchange 2007 and later. Parameter `Fqdn` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    fqdn?: pulumi.Input<string | null>;
    /**
     * Certificate to present, <I>issuer<S>subject, with private key and SMTP enabled on every source server (S23). null: none.
     *
     * Default: null: chosen by fqdn. Exchange 2013 and later. Parameter `TlsCertificateName` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    tlsCertificateName?: pulumi.Input<string | null>;
    /**
     * How to authenticate at the smart hosts. Only with smartHosts (S10). BasicAuth and BasicAuthRequireTLS need authenticationCredential (S11), the latter smart hosts by name (S12).
     *
     * Default: None. Exchange 2007 and later. Parameter `SmartHostAuthMechanism` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    smartHostAuthMechanism?: pulumi.Input<"None" | "BasicAuth" | "BasicAuthRequireTLS" | "ExchangeServer" | "ExternalAuthoritative">;
    /**
     * User name and password for the smart hosts (S11). Always a Pulumi secret; written when it changes in the program. Cannot be read back, so a change made on the server is not noticed.
     *
     * Default: null. Exchange 2007 and later. Parameter `AuthenticationCredential` of New-SendConnector, Set-SendConnector; interacts with TLS.
     */
    authenticationCredential?: pulumi.Input<{ username: pulumi.Input<string>; password: pulumi.Input<string> }>;
    /**
     * Largest message, "36MB" or bytes, 0 to 2147483647, or "unlimited".
     *
     * Default: 25 MB, 35 MB or (2010) 10 MB in the documentation, 35 MB as seen; unlimited with usage Internal. Exchange 2007 and later. Parameter `MaxMessageSize` of New-SendConnector, Set-SendConnector.
     */
    maxMessageSize?: pulumi.Input<string | number>;
    /**
     * How long an idle connection stays open, "hh:mm:ss" or milliseconds, 00:00:01 to 1.00:00:00.
     *
     * Default: 00:10:00. Exchange 2007 and later. Parameter `ConnectionInactivityTimeOut` of New-SendConnector, Set-SendConnector.
     */
    connectionInactivityTimeOut?: pulumi.Input<string | number>;
    /**
     * Messages per connection; no range is documented.
     *
     * Default: not documented, 20 as seen. Exchange 2010 and later. Parameter `SmtpMaxMessagesPerConnection` of New-SendConnector, Set-SendConnector.
     */
    smtpMaxMessagesPerConnection?: pulumi.Input<number>;
    /**
     * How the far end's errors are taken. DowngradeAuthFailures: Exchange 2010 only; DowngradeCustomFailures and UpgradeCustomFailures: 2013 and later. Compared as a set and always written as a whole.
     *
     * Default: Default. Exchange 2010 and later. Parameter `ErrorPolicies` of New-SendConnector, Set-SendConnector.
     */
    errorPolicies?: pulumi.Input<pulumi.Input<"DowngradeAuthFailures" | "DowngradeDnsFailures" | "DowngradeCustomFailures" | "UpgradeCustomFailures" | "Default">[]>;
    /**
     * Whether the SMTP conversation is logged.
     *
     * Default: None. Exchange 2007 and later. Parameter `ProtocolLoggingLevel` of New-SendConnector, Set-SendConnector.
     */
    protocolLoggingLevel?: pulumi.Input<"None" | "Verbose">;
    /**
     * Documented for internal use only.
     *
     * Default: false. Exchange 2010 and later. Parameter `RequireOorg` of New-SendConnector, Set-SendConnector.
     */
    requireOorg?: pulumi.Input<boolean>;
    /**
     * How each list is owned. `merge`: the entries in the program are present, every other one is left alone, and destroy takes out only what this resource added. `exact`: the list is as written. Default: `exact` for addressSpaces, sourceTransportServers, smartHosts.
     */
    listModes?: pulumi.Input<{
        addressSpaces?: pulumi.Input<"merge" | "exact">;
        sourceTransportServers?: pulumi.Input<"merge" | "exact">;
        smartHosts?: pulumi.Input<"merge" | "exact">;
    }>;
    /**
     * Accept that recipients whose server offers no TLS get no mail through this connector (S22). Default: false.
     */
    acceptPlainTextLoss?: pulumi.Input<boolean>;
}
