// Written by `npm run generate` from the field table of the kind. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** Properties of a send connector. One that is left out is not managed: never compared, never written. */
export interface SendConnectorProperties {
    /**
     * Name of the connector, unique in the organisation. A change renames it in place.
     *
     * Default: none. Exchange 2010 and later. Parameter `Name` of New-SendConnector, Set-SendConnector.
     */
    name: pulumi.Input<string>;
    /**
     * Domains that this connector delivers to: "contoso.com" (without sub-domains), "*.contoso.com" (with them), "*"; with type and cost as "SMTP:contoso.com;10", cost 1 to 100, 1 when omitted. Compared as a set; exact: other entries are taken out.
     *
     * Default: none. Exchange 2010 and later. Parameter `AddressSpaces` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    addressSpaces: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Whether the connector is used.
     *
     * Default: true. Exchange 2010 and later. Parameter `Enabled` of New-SendConnector, Set-SendConnector.
     */
    enabled?: pulumi.Input<boolean>;
    /**
     * Free text. A connector that this provider created carries a mark such as [pulumi 0123456789ab] behind it, which is not compared.
     *
     * Default: empty. Exchange 2010 and later. Parameter `Comment` of New-SendConnector, Set-SendConnector.
     */
    comment?: pulumi.Input<string | null>;
    /**
     * Deliver by TLS or not at all. Cannot go with ignoreStartTls (S3).
     *
     * Default: false. Exchange 2010 and later. Parameter `RequireTLS` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    requireTls?: pulumi.Input<boolean>;
    /**
     * How the far end's certificate is checked: not at all, chain and revocation, or its name as well. Needs requireTls and no ignoreStartTls (S4). null: none.
     *
     * Default: null. Exchange 2010 and later. Parameter `TlsAuthLevel` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    tlsAuthLevel?: pulumi.Input<"EncryptionOnly" | "CertificateValidation" | "DomainValidation" | null>;
    /**
     * Name that the far end's certificate must carry, "contoso.com" or "*.contoso.com". Only with tlsAuthLevel DomainValidation (S5), where a smart host makes it mandatory (S6). null: none.
     *
     * Default: null. Exchange 2010 and later. Parameter `TlsDomain` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    tlsDomain?: pulumi.Input<string | null>;
    /**
     * Mutual TLS with the domains in tlsSendDomainSecureList. Needs dnsRoutingEnabled and no ignoreStartTls (S1).
     *
     * Default: false. Exchange 2010 and later. Parameter `DomainSecureEnabled` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    domainSecureEnabled?: pulumi.Input<boolean>;
    /**
     * Send in the clear even where the far end offers STARTTLS.
     *
     * Default: false. Exchange 2010 and later. Parameter `IgnoreSTARTTLS` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    ignoreStartTls?: pulumi.Input<boolean>;
    /**
     * Name given in EHLO, by which the certificate is chosen when tlsCertificateName is not set. null: none.
     *
     * Default: null: the source server's FQDN. Exchange 2010 and later. Parameter `Fqdn` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    fqdn?: pulumi.Input<string | null>;
    /**
     * Certificate to present, <I>issuer<S>subject, with private key and SMTP enabled on every source server. null: none.
     *
     * Default: null: chosen by fqdn. Exchange 2013 and later. Parameter `TlsCertificateName` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    tlsCertificateName?: pulumi.Input<string | null>;
    /**
     * How to authenticate at the smart hosts. Only with smartHosts (S10). BasicAuth and BasicAuthRequireTLS need a credential, which cannot be declared yet: leave the property out to keep them (S11).
     *
     * Default: None. Exchange 2010 and later. Parameter `SmartHostAuthMechanism` of New-SendConnector, Set-SendConnector; core TLS setting.
     */
    smartHostAuthMechanism?: pulumi.Input<"None" | "BasicAuth" | "BasicAuthRequireTLS" | "ExchangeServer" | "ExternalAuthoritative">;
    /**
     * Hosts (names or IP addresses) that take the mail instead of the domain's MX. Turns dnsRoutingEnabled off (S9). Compared as a set; exact: other entries are taken out.
     *
     * Default: empty. Exchange 2010 and later. Parameter `SmartHosts` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    smartHosts?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Deliver to the domain's MX. false needs smartHosts (S8).
     *
     * Default: true. Exchange 2010 and later. Parameter `DNSRoutingEnabled` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    dnsRoutingEnabled?: pulumi.Input<boolean>;
    /**
     * Mailbox servers, or subscribed Edge servers, that may use the connector. Short names or FQDNs. Compared as a set; exact: other entries are taken out.
     *
     * Default: the server on which the connector is created. Exchange 2010 and later. Parameter `SourceTransportServers` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    sourceTransportServers?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Only servers in the source servers' site use it.
     *
     * Default: false. Exchange 2010 and later. Parameter `IsScopedConnector` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    isScopedConnector?: pulumi.Input<boolean>;
    /**
     * TCP port of the far end, 0 to 65535.
     *
     * Default: 25. Exchange 2010 and later. Parameter `Port` of New-SendConnector, Set-SendConnector; affects where TLS applies.
     */
    port?: pulumi.Input<number>;
    /**
     * Largest message, "36MB" or bytes, 0 to 2147483647, or "unlimited".
     *
     * Default: 25 MB in the documentation, 35 MB as seen. Exchange 2010 and later. Parameter `MaxMessageSize` of New-SendConnector, Set-SendConnector.
     */
    maxMessageSize?: pulumi.Input<string | number>;
    /**
     * Whether the SMTP conversation is logged.
     *
     * Default: None. Exchange 2010 and later. Parameter `ProtocolLoggingLevel` of New-SendConnector, Set-SendConnector.
     */
    protocolLoggingLevel?: pulumi.Input<"None" | "Verbose">;
}
