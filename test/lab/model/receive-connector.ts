/** What can be set on a receive connector, by the names and in the texts that Exchange reads back (sheet 5.2, 2.5). */
export interface ReceiveConnectorSettings {
    readonly Name: string;
    readonly AdvertiseClientSettings: boolean;
    readonly AuthMechanism: string;
    readonly AuthTarpitInterval: string;
    readonly Banner: string;
    readonly BareLinefeedRejectionEnabled: boolean;
    readonly BinaryMimeEnabled: boolean;
    readonly Bindings: readonly string[];
    readonly ChunkingEnabled: boolean;
    readonly Comment: string;
    readonly ConnectionInactivityTimeout: string;
    readonly ConnectionTimeout: string;
    readonly DefaultDomain: string | null;
    readonly DeliveryStatusNotificationEnabled: boolean;
    readonly DomainSecureEnabled: boolean;
    readonly EightBitMimeEnabled: boolean;
    readonly EnableAuthGSSAPI: boolean;
    readonly Enabled: boolean;
    readonly EnhancedStatusCodesEnabled: boolean;
    readonly ExtendedProtectionPolicy: string;
    readonly Fqdn: string | null;
    readonly LiveCredentialEnabled: boolean;
    readonly LongAddressesEnabled: boolean;
    readonly MaxAcknowledgementDelay: string;
    readonly MaxHeaderSize: string;
    readonly MaxHopCount: number;
    readonly MaxInboundConnection: string;
    readonly MaxInboundConnectionPercentagePerSource: number;
    readonly MaxInboundConnectionPerSource: string;
    readonly MaxLocalHopCount: number;
    readonly MaxLogonFailures: number;
    readonly MaxMessageSize: string;
    readonly MaxProtocolErrors: string;
    readonly MaxRecipientsPerMessage: number;
    readonly MessageRateLimit: string;
    readonly MessageRateSource: string;
    readonly OrarEnabled: boolean;
    /** Without `Custom`, which only explicit rights bring. */
    readonly PermissionGroups: string;
    readonly PipeliningEnabled: boolean;
    readonly ProtocolLoggingLevel: string;
    readonly ProxyEnabled: boolean;
    readonly RejectReservedSecondLevelRecipientDomains: boolean;
    readonly RejectReservedTopLevelRecipientDomains: boolean;
    readonly RejectSingleLabelRecipientDomains: boolean;
    /** Expressions as typed. */
    readonly RemoteIPRanges: readonly string[];
    readonly RequireEHLODomain: boolean;
    readonly RequireTLS: boolean;
    readonly ServiceDiscoveryFqdn: string | null;
    readonly SizeEnabled: string;
    readonly SmtpUtf8Enabled: boolean;
    readonly SuppressXAnonymousTls: boolean;
    readonly TarpitInterval: string;
    readonly TlsCertificateName: string | null;
    readonly TlsDomainCapabilities: readonly string[];
    readonly TransportRole: string;
}

/** An extended right that somebody granted on the object itself (Add-ADPermission). */
export interface ExplicitRight {
    /** e.g. `NT AUTHORITY\ANONYMOUS LOGON`. */
    readonly principal: string;
    /** e.g. `Ms-Exch-SMTP-Accept-Any-Recipient`. */
    readonly right: string;
}

export interface ReceiveConnector {
    readonly guid: string;
    readonly created: Date;
    readonly changed: Date;
    /** Short name of the server that it belongs to, for good. */
    readonly server: string;
    readonly settings: ReceiveConnectorSettings;
    readonly rights: readonly ExplicitRight[];
}
