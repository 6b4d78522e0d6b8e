import type { ReceiveConnector } from "../../model/receive-connector.js";
import { strictSwitches } from "../../switches.js";
import { type CmdletContext, type LiveObject, type LiveValue, restrictedTo } from "../context.js";
import { identityOf } from "./find.js";
import { setParameters } from "./parameters.js";

/** Which versions show a property: no switch has a say in that. */
const VERSIONS = {
    ...setParameters(strictSwitches()),
    // Not to be set (any more), and yet to be read.
    ProxyEnabled: { since: "2013" },
    LiveCredentialEnabled: { since: "2010" },
    AcceptConsumerMail: { since: "2016" },
} as const;

/** The object in the order in which a 2019 server returns it (sheet 5.4), as far as this version knows its properties. */
export function liveReceiveConnector(
    connector: ReceiveConnector,
    domainController: string,
    { organisation, server }: CmdletContext,
): LiveObject {
    const { guid, created, changed, settings } = connector;
    const identity = identityOf(connector);
    const own: LiveObject = {
        ...settings,
        PermissionGroups: permissionGroups(connector),
        Server: connector.server,
        AcceptConsumerMail: false,
    };
    const ordered = ORDER.map((name): [string, LiveValue] => [name, own[name] ?? null]);
    return {
        ...restrictedTo(server.product, Object.fromEntries(ordered), VERSIONS),
        AdminDisplayName: "",
        ExchangeVersion: "0.1 (8.0.535.0)",
        Name: settings.Name,
        DistinguishedName: organisation.names.receiveConnector(connector.server, settings.Name),
        Identity: identity,
        Guid: guid,
        ObjectCategory: `${organisation.domain}/Configuration/Schema/ms-Exch-Smtp-Receive-Connector`,
        ObjectClass: ["top", "msExchSmtpReceiveConnector"],
        WhenChanged: changed,
        WhenCreated: created,
        WhenChangedUTC: changed,
        WhenCreatedUTC: created,
        OrganizationId: "",
        Id: identity,
        OriginatingServer: domainController,
        IsValid: true,
        ObjectState: "Unchanged",
    };
}

/** Explicit rights show as `Custom`, the highest bit. */
function permissionGroups({ settings, rights }: ReceiveConnector): string {
    if (rights.length === 0) return settings.PermissionGroups;
    return settings.PermissionGroups === "None" ? "Custom" : `${settings.PermissionGroups}, Custom`;
}

const ORDER = [
    "AuthMechanism",
    "Banner",
    "BinaryMimeEnabled",
    "Bindings",
    "ChunkingEnabled",
    "DefaultDomain",
    "DeliveryStatusNotificationEnabled",
    "EightBitMimeEnabled",
    "SmtpUtf8Enabled",
    "BareLinefeedRejectionEnabled",
    "DomainSecureEnabled",
    "EnhancedStatusCodesEnabled",
    "LongAddressesEnabled",
    "OrarEnabled",
    "SuppressXAnonymousTls",
    "ProxyEnabled",
    "AdvertiseClientSettings",
    "Fqdn",
    "ServiceDiscoveryFqdn",
    "TlsCertificateName",
    "Comment",
    "Enabled",
    "ConnectionTimeout",
    "ConnectionInactivityTimeout",
    "MessageRateLimit",
    "MessageRateSource",
    "MaxInboundConnection",
    "MaxInboundConnectionPerSource",
    "MaxInboundConnectionPercentagePerSource",
    "MaxHeaderSize",
    "MaxHopCount",
    "MaxLocalHopCount",
    "MaxLogonFailures",
    "MaxMessageSize",
    "MaxProtocolErrors",
    "MaxRecipientsPerMessage",
    "PermissionGroups",
    "PipeliningEnabled",
    "ProtocolLoggingLevel",
    "RemoteIPRanges",
    "RequireEHLODomain",
    "RequireTLS",
    "EnableAuthGSSAPI",
    "ExtendedProtectionPolicy",
    "LiveCredentialEnabled",
    "TlsDomainCapabilities",
    "Server",
    "TransportRole",
    "RejectReservedTopLevelRecipientDomains",
    "RejectReservedSecondLevelRecipientDomains",
    "RejectSingleLabelRecipientDomains",
    "AcceptConsumerMail",
    "SizeEnabled",
    "TarpitInterval",
    "AuthTarpitInterval",
    "MaxAcknowledgementDelay",
] as const;
