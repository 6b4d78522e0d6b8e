// Written by `npm run generate` from the field table of the kind. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** Properties of a receive connector. One that is left out is not managed: never compared, never written. */
export interface ReceiveConnectorProperties {
    /**
     * Name of the connector, unique on its server, at most 64 characters. A change renames it in place.
     *
     * Default: none. Exchange 2007 and later. Parameter `Name` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    name: pulumi.Input<string>;
    /**
     * Exchange server that the connector belongs to, short name or FQDN. A change replaces the object: it cannot move.
     *
     * Default: none here; the cmdlet takes the server on which it runs. Exchange 2007 and later. Parameter `Server` of New-ReceiveConnector; affects where TLS applies.
     */
    server: pulumi.Input<string>;
    /**
     * What a new connector starts with (authMechanism, permissionGroups, and partly bindings and remoteIpRanges); what is declared beside it wins. Exchange does not keep it. Client is not available on Edge servers. Used when the object is created; a change later is not written.
     *
     * Default: Custom. Exchange 2007 and later. Parameter `Usage` of New-ReceiveConnector; interacts with TLS.
     */
    usage?: pulumi.Input<"Custom" | "Client" | "Internal" | "Internet" | "Partner">;
    /**
     * Local addresses and ports to listen on, "0.0.0.0:25", "[::]:25", "10.0.0.5:587". Must be addresses of the server (R15); a new connector of usage Custom, Internet or Partner needs them. Compared as a set; exact: other entries are taken out.
     *
     * Default: 0.0.0.0:587 for usage Client, 0.0.0.0:25 for usage Internal (the concept page: IPv6 as well), else none. Exchange 2007 and later. Parameter `Bindings` of New-ReceiveConnector, Set-ReceiveConnector; affects where TLS applies.
     */
    bindings?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Clients that the connector serves: "10.0.0.5", "10.0.0.1-10.0.0.9", "10.0.0.0/24", "10.0.0.0(255.255.255.0)", IPv6 likewise; at most about 1200 entries (R22). Of several connectors on one binding the most specific range serves a client; a new connector of another usage than Internet needs them. Compared as a set; exact: other entries are taken out.
     *
     * Default: 0.0.0.0-255.255.255.255 for usage Internet, else none. Exchange 2007 and later. Parameter `RemoteIPRanges` of New-ReceiveConnector, Set-ReceiveConnector; affects where TLS applies.
     */
    remoteIpRanges?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Service that listens: FrontendTransport for everything that comes from outside, port 25 included (R21), or HubTransport. Not on Edge servers (R19).
     *
     * Default: not documented, so it must be declared for a new connector on a Mailbox server (R29). Exchange 2013 and later. Parameter `TransportRole` of New-ReceiveConnector, Set-ReceiveConnector; affects where TLS applies.
     */
    transportRole?: pulumi.Input<"FrontendTransport" | "HubTransport">;
    /**
     * Whether the connector is used.
     *
     * Default: true. Exchange 2007 and later. Parameter `Enabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    enabled?: pulumi.Input<boolean>;
    /**
     * Free text. A connector that this provider created carries a mark such as [pulumi 0123456789ab] behind it, which is not compared.
     *
     * Default: empty. Exchange 2007 and later. Parameter `Comment` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    comment?: pulumi.Input<string | null>;
    /**
     * Authentication that is offered and accepted; Tls is what offers STARTTLS. None stands alone (R1), BasicAuthRequireTLS needs BasicAuth and Tls (R2), ExternalAuthoritative goes with Tls alone (R3) and needs ExchangeServers in permissionGroups (R5). Compared as a set and always written as a whole.
     *
     * Default: by usage: Tls, with Integrated, BasicAuth, BasicAuthRequireTLS for Client, with ExchangeServer for Internal. Exchange 2007 and later. Parameter `AuthMechanism` of New-ReceiveConnector, Set-ReceiveConnector; core TLS setting.
     */
    authMechanism?: pulumi.Input<pulumi.Input<"Tls" | "Integrated" | "BasicAuth" | "BasicAuthRequireTLS" | "ExchangeServer" | "ExternalAuthoritative" | "None">[]>;
    /**
     * Who may submit mail. The server shows Custom where rights were granted by Add-ADPermission; it is not compared and cannot be declared. Compared as a set and always written as a whole.
     *
     * Default: by usage: ExchangeUsers for Client, ExchangeServers and ExchangeLegacyServers for Internal, AnonymousUsers for Internet, Partners for Partner, None for Custom. Exchange 2007 and later. Parameter `PermissionGroups` of New-ReceiveConnector, Set-ReceiveConnector; interacts with TLS.
     */
    permissionGroups?: pulumi.Input<pulumi.Input<"AnonymousUsers" | "ExchangeUsers" | "ExchangeServers" | "ExchangeLegacyServers" | "Partners" | "None">[]>;
    /**
     * Take no mail before STARTTLS. Needs Tls in authMechanism (R4).
     *
     * Default: false. Exchange 2007 and later. Parameter `RequireTLS` of New-ReceiveConnector, Set-ReceiveConnector; core TLS setting.
     */
    requireTls?: pulumi.Input<boolean>;
    /**
     * Mutual TLS: asks for a client certificate, and mail from the domains in tlsReceiveDomainSecureList must come with a valid one. Needs Tls and no ExternalAuthoritative in authMechanism (R6).
     *
     * Default: false; true on the default connector of an Edge server. Exchange 2007 and later. Parameter `DomainSecureEnabled` of New-ReceiveConnector, Set-ReceiveConnector; core TLS setting.
     */
    domainSecureEnabled?: pulumi.Input<boolean>;
    /**
     * Name in the banner, the EHLO reply and the Received header, by which the certificate is chosen when tlsCertificateName is not set. With ExchangeServer in authMechanism only the server's own name or null (R7).
     *
     * Default: the server's FQDN. Exchange 2007 and later. Parameter `Fqdn` of New-ReceiveConnector, Set-ReceiveConnector; core TLS setting.
     */
    fqdn?: pulumi.Input<string | null>;
    /**
     * Certificate to present, <I>issuer<S>subject, with private key and SMTP enabled on the server. null: none.
     *
     * Default: null: chosen by fqdn. Exchange 2013 and later. Parameter `TlsCertificateName` of New-ReceiveConnector, Set-ReceiveConnector; core TLS setting.
     */
    tlsCertificateName?: pulumi.Input<string | null>;
    /**
     * What a domain that presents a validated certificate may do beyond other senders, "mail.protection.outlook.com:AcceptCloudServicesMail": made for hybrid. "NO-TLS:…" means connections without TLS (R24). Compared as a set; merged: other entries are left alone.
     *
     * Default: empty. Exchange 2010 and later. Parameter `TlsDomainCapabilities` of New-ReceiveConnector, Set-ReceiveConnector; core TLS setting.
     */
    tlsDomainCapabilities?: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Whether Integrated authentication must be bound to the TLS channel. Require refuses clients that cannot (R25), Allow binds where the client can.
     *
     * Default: None. Exchange 2010 and later. Parameter `ExtendedProtectionPolicy` of New-ReceiveConnector, Set-ReceiveConnector; interacts with TLS.
     */
    extendedProtectionPolicy?: pulumi.Input<"None" | "Allow" | "Require">;
    /**
     * Whether GSSAPI is advertised together with Integrated, without which it has no effect (R17).
     *
     * Default: false; true on the client connectors that setup makes. Exchange 2007 SP1 and later. Parameter `EnableAuthGSSAPI` of New-ReceiveConnector, Set-ReceiveConnector; interacts with TLS.
     */
    enableAuthGssapi?: pulumi.Input<boolean>;
    /**
     * Hides X-ANONYMOUSTLS, the TLS between Exchange servers: for links whose traffic must stay readable. Needs UseDowngradedExchangeServerAuth on the server's transport service first (R12).
     *
     * Default: false. Exchange 2010 and later. Parameter `SuppressXAnonymousTls` of New-ReceiveConnector, Set-ReceiveConnector; core TLS setting.
     */
    suppressXAnonymousTls?: pulumi.Input<boolean>;
    /**
     * Reserved for internal use by Microsoft; only the help of Exchange 2010 and 2013 names it.
     *
     * Default: false as seen. Exchange 2010 to 2013 only. Parameter `LiveCredentialEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    liveCredentialEnabled?: pulumi.Input<boolean>;
    /**
     * Reserved for internal use by Microsoft; only the early help of Exchange 2013 names it. Written with Set-ReceiveConnector after the object was created.
     *
     * Default: false as seen. Exchange 2013 only. Parameter `ProxyEnabled` of Set-ReceiveConnector.
     */
    proxyEnabled?: pulumi.Input<boolean>;
    /**
     * How long a connection may stay open even while it is active, "hh:mm:ss", 00:00:01 to 1.00:00:00. Must be longer than connectionInactivityTimeout (R14).
     *
     * Default: 00:10:00; 00:05:00 on Edge servers. Exchange 2007 and later. Parameter `ConnectionTimeout` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    connectionTimeout?: pulumi.Input<string | number>;
    /**
     * How long an idle connection stays open, "hh:mm:ss", 00:00:01 to 1.00:00:00. Must be shorter than connectionTimeout (R14).
     *
     * Default: 00:05:00; 00:01:00 on Edge servers. Exchange 2007 and later. Parameter `ConnectionInactivityTimeout` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    connectionInactivityTimeout?: pulumi.Input<string | number>;
    /**
     * How long some SMTP errors are held back, "hh:mm:ss", 00:00:00 to 00:10:00.
     *
     * Default: 00:00:05; 00:00:00 as seen on the Outbound Proxy Frontend connector. Exchange 2007 and later. Parameter `TarpitInterval` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    tarpitInterval?: pulumi.Input<string | number>;
    /**
     * How long the answer to a failed logon is held back, "hh:mm:ss"; 00:00:00: not at all.
     *
     * Default: 00:00:05. Exchange 2016 and later. Parameter `AuthTarpitInterval` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    authTarpitInterval?: pulumi.Input<string | number>;
    /**
     * How long the acknowledgement of a message may wait for its delivery (shadow redundancy), "hh:mm:ss". Has a meaning in Exchange 2010.
     *
     * Default: 00:00:30. Exchange 2010 and later. Parameter `MaxAcknowledgementDelay` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxAcknowledgementDelay?: pulumi.Input<string | number>;
    /**
     * Largest message header, "256KB" or bytes, 1 to 2147483647.
     *
     * Default: 256KB; 64KB in the help of Exchange 2010 and 2013. Exchange 2007 and later. Parameter `MaxHeaderSize` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxHeaderSize?: pulumi.Input<string | number>;
    /**
     * Largest message, "36MB" or bytes, 65536 to 2147483647.
     *
     * Default: 36MB; 10MB in the help of Exchange 2010 and 2013. Exchange 2007 and later. Parameter `MaxMessageSize` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxMessageSize?: pulumi.Input<string | number>;
    /**
     * Received headers after which a message is taken for looping, 1 to 500.
     *
     * Default: 30 in the documentation, 60 as seen. Exchange 2007 and later. Parameter `MaxHopCount` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxHopCount?: pulumi.Input<number>;
    /**
     * The same for Received headers of this organisation's own servers, 0 to 50; 0: never rejected.
     *
     * Default: 8 in the documentation, 5 as seen. Exchange 2007 and later. Parameter `MaxLocalHopCount` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxLocalHopCount?: pulumi.Input<number>;
    /**
     * Connections at a time, 1 to 2147483647, or "unlimited".
     *
     * Default: 5000. Exchange 2007 and later. Parameter `MaxInboundConnection` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxInboundConnection?: pulumi.Input<number | "unlimited" | "Unlimited">;
    /**
     * Connections at a time from one address, 1 to 10000, or "unlimited".
     *
     * Default: 20; unlimited on the Default connector. Exchange 2007 and later. Parameter `MaxInboundConnectionPerSource` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxInboundConnectionPerSource?: pulumi.Input<number | "unlimited" | "Unlimited">;
    /**
     * Connections at a time from one address, in per cent of those still available, 1 to 100.
     *
     * Default: 2; 100 on the Default connector. Exchange 2007 and later. Parameter `MaxInboundConnectionPercentagePerSource` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxInboundConnectionPercentagePerSource?: pulumi.Input<number>;
    /**
     * Failed logons after which the connection is closed, 0 to 10; 0: never.
     *
     * Default: 3. Exchange 2007 and later. Parameter `MaxLogonFailures` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxLogonFailures?: pulumi.Input<number>;
    /**
     * Protocol errors after which the connection is closed, 0 to 2147483647, or "unlimited".
     *
     * Default: 5. Exchange 2007 and later. Parameter `MaxProtocolErrors` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxProtocolErrors?: pulumi.Input<number | "unlimited" | "Unlimited">;
    /**
     * Recipients of one message, 1 to 512000.
     *
     * Default: 200; 5000 on the Default connector. Exchange 2007 and later. Parameter `MaxRecipientsPerMessage` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    maxRecipientsPerMessage?: pulumi.Input<number>;
    /**
     * Messages per minute from one source (messageRateSource), 1 to 2147483647, or "unlimited".
     *
     * Default: unlimited; 5 on the client connectors that setup makes, 600 on Edge servers. Exchange 2007 and later. Parameter `MessageRateLimit` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    messageRateLimit?: pulumi.Input<number | "unlimited" | "Unlimited">;
    /**
     * By what messageRateLimit counts: IPAddress, User, both (All) or neither (None). Compared as a set and always written as a whole.
     *
     * Default: IPAddress; User on the client connectors that setup makes. Exchange 2010 and later. Parameter `MessageRateSource` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    messageRateSource?: pulumi.Input<pulumi.Input<"IPAddress" | "User" | "All" | "None">[]>;
    /**
     * Text of the SMTP greeting, beginning with "220" (R23).
     *
     * Default: blank. Exchange 2007 and later. Parameter `Banner` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    banner?: pulumi.Input<string | null>;
    /**
     * Whether users see server, port and authentication of this connector in the options of Outlook on the web.
     *
     * Default: false; true in Exchange 2010. Exchange 2010 and later. Parameter `AdvertiseClientSettings` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    advertiseClientSettings?: pulumi.Input<boolean>;
    /**
     * Name of the connector for service discovery. null: none.
     *
     * Default: null. Exchange 2013 and later. Parameter `ServiceDiscoveryFqdn` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    serviceDiscoveryFqdn?: pulumi.Input<string | null>;
    /**
     * Whether the SIZE extension is offered, with or without the size limit.
     *
     * Default: Enabled; EnabledWithoutValue on the Default connector. Exchange 2007 and later. Parameter `SizeEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    sizeEnabled?: pulumi.Input<"Enabled" | "Disabled" | "EnabledWithoutValue">;
    /**
     * Whether the PIPELINING extension is offered.
     *
     * Default: true. Exchange 2007 and later. Parameter `PipeliningEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    pipeliningEnabled?: pulumi.Input<boolean>;
    /**
     * Whether the CHUNKING extension (BDAT) is offered. Turning it off turns binaryMimeEnabled off as well (R13).
     *
     * Default: true. Exchange 2007 and later. Parameter `ChunkingEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    chunkingEnabled?: pulumi.Input<boolean>;
    /**
     * Whether the BINARYMIME extension is offered. Needs chunkingEnabled (R13).
     *
     * Default: true. Exchange 2007 and later. Parameter `BinaryMimeEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    binaryMimeEnabled?: pulumi.Input<boolean>;
    /**
     * Whether the 8BITMIME extension is offered.
     *
     * Default: true. Exchange 2007 and later. Parameter `EightBitMimeEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    eightBitMimeEnabled?: pulumi.Input<boolean>;
    /**
     * Whether the DSN extension is offered.
     *
     * Default: true. Exchange 2007 and later. Parameter `DeliveryStatusNotificationEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    deliveryStatusNotificationEnabled?: pulumi.Input<boolean>;
    /**
     * Whether the ENHANCEDSTATUSCODES extension is offered.
     *
     * Default: true. Exchange 2007 and later. Parameter `EnhancedStatusCodesEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    enhancedStatusCodesEnabled?: pulumi.Input<boolean>;
    /**
     * Reserved for internal use by Microsoft. Written with Set-ReceiveConnector after the object was created.
     *
     * Default: true as seen. Exchange 2013 and later. Parameter `SmtpUtf8Enabled` of Set-ReceiveConnector.
     */
    smtpUtf8Enabled?: pulumi.Input<boolean>;
    /**
     * Whether a message with a line feed that no carriage return precedes is rejected. Written with Set-ReceiveConnector after the object was created.
     *
     * Default: false. Exchange 2010 and later. Parameter `BareLinefeedRejectionEnabled` of Set-ReceiveConnector.
     */
    bareLinefeedRejectionEnabled?: pulumi.Input<boolean>;
    /**
     * Whether EHLO and HELO must name a domain.
     *
     * Default: false. Exchange 2007 and later. Parameter `RequireEHLODomain` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    requireEhloDomain?: pulumi.Input<boolean>;
    /**
     * Whether the SMTP conversation is logged.
     *
     * Default: None; Verbose on the Default Frontend connector. Exchange 2007 and later. Parameter `ProtocolLoggingLevel` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    protocolLoggingLevel?: pulumi.Input<"None" | "Verbose">;
    /**
     * Accepted domain that completes addresses without one, by the name that Get-AcceptedDomain shows. null: none.
     *
     * Default: null. Exchange 2007 and later. Parameter `DefaultDomain` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    defaultDomain?: pulumi.Input<string | null>;
    /**
     * Whether long X.400 addresses are accepted. On Mailbox servers only with transportRole HubTransport (R18).
     *
     * Default: false. Exchange 2007 SP1 and later. Parameter `LongAddressesEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    longAddressesEnabled?: pulumi.Input<boolean>;
    /**
     * Whether an originator-requested alternate recipient is accepted; long X.400 addresses in it need longAddressesEnabled (R18).
     *
     * Default: false. Exchange 2007 SP1 and later. Parameter `OrarEnabled` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    orarEnabled?: pulumi.Input<boolean>;
    /**
     * Whether recipients in example.com, example.net and example.org are rejected.
     *
     * Default: false. Exchange 2016 and later. Parameter `RejectReservedSecondLevelRecipientDomains` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    rejectReservedSecondLevelRecipientDomains?: pulumi.Input<boolean>;
    /**
     * Whether recipients in .test, .example, .invalid and .localhost are rejected.
     *
     * Default: false. Exchange 2016 and later. Parameter `RejectReservedTopLevelRecipientDomains` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    rejectReservedTopLevelRecipientDomains?: pulumi.Input<boolean>;
    /**
     * Whether recipients in a domain without a dot are rejected.
     *
     * Default: false. Exchange 2016 and later. Parameter `RejectSingleLabelRecipientDomains` of New-ReceiveConnector, Set-ReceiveConnector.
     */
    rejectSingleLabelRecipientDomains?: pulumi.Input<boolean>;
    /**
     * How each list is owned. `merge`: the entries in the program are present, every other one is left alone, and destroy takes out only what this resource added. `exact`: the list is as written. Default: `merge` for tlsDomainCapabilities; `exact` for bindings, remoteIpRanges.
     */
    listModes?: pulumi.Input<{
        bindings?: pulumi.Input<"merge" | "exact">;
        remoteIpRanges?: pulumi.Input<"merge" | "exact">;
        tlsDomainCapabilities?: pulumi.Input<"merge" | "exact">;
    }>;
    /**
     * Accept that senders without TLS are turned away by a connector that takes anonymous mail from everywhere (R26): right where a gateway in front delivers everything by TLS. Default: false.
     */
    acceptPlainTextLoss?: pulumi.Input<boolean>;
    /**
     * Accept that mail of Exchange servers may land on this connector, which does not trust them (R28). Default: false.
     */
    allowExchangeServers?: pulumi.Input<boolean>;
}
