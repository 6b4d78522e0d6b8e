import type { Product } from "../../model/product.js";
import type { Switches } from "../../switches.js";
import { parseCertificateIdentifier } from "../../values/certificate-identifier.js";
import { parseFqdn } from "../../values/domain.js";
import { parseDomainCapabilities } from "../../values/domain-capabilities.js";
import { parseIpBinding } from "../../values/ip-binding.js";
import { parseIpRange } from "../../values/ip-range.js";
import { changing, reading } from "../common.js";
import type { ParameterTable } from "../parameter.js";
import {
    boolean,
    enumeration,
    flagsOf,
    identity,
    listOf,
    optionalText,
    parsed,
    readIdentity,
    string,
} from "../parameter-types.js";
import { limitedSize, span, unlimited, whole } from "../ranges.js";
import { protocolLoggingLevel } from "../send-connector/names.js";
import * as names from "./names.js";

const DAY = "1.00:00:00";
const LARGEST = 2_147_483_647;

/** Sheet 5.2, what New and Set share. */
function settings(switches: Readonly<Switches>, product: Product): ParameterTable {
    return {
        AdvertiseClientSettings: { type: boolean, since: "2010" },
        AuthMechanism: { type: flagsOf(names.parseAuthMechanism) },
        AuthTarpitInterval: { ...span("00:00:00"), since: "2016" },
        Banner: { type: string },
        BinaryMimeEnabled: { type: boolean },
        Bindings: { type: listOf(parseIpBinding), notEmpty: true },
        ChunkingEnabled: { type: boolean },
        Comment: { type: string },
        ConnectionInactivityTimeout: span("00:00:01", DAY),
        ConnectionTimeout: span("00:00:01", DAY),
        DefaultDomain: { type: optionalText },
        DeliveryStatusNotificationEnabled: { type: boolean },
        DomainSecureEnabled: { type: boolean },
        EightBitMimeEnabled: { type: boolean },
        EnableAuthGSSAPI: { type: boolean },
        Enabled: { type: boolean },
        EnhancedStatusCodesEnabled: { type: boolean },
        ExtendedProtectionPolicy: { type: enumeration(names.extendedProtectionPolicy), since: "2010" },
        Fqdn: { type: parsed(parseFqdn, null) },
        LiveCredentialEnabled: { type: boolean, since: "2010", until: "2013" },
        LongAddressesEnabled: { type: boolean },
        MaxAcknowledgementDelay: { ...span("00:00:00"), since: "2010" },
        MaxHeaderSize: limitedSize(switches, 1, LARGEST),
        MaxHopCount: whole(1, 500),
        MaxInboundConnection: unlimited(1, LARGEST),
        MaxInboundConnectionPercentagePerSource: whole(1, 100),
        MaxInboundConnectionPerSource: unlimited(1, 10_000),
        MaxLocalHopCount: whole(0, 50),
        MaxLogonFailures: whole(0, 10),
        MaxMessageSize: limitedSize(switches, 65_536, LARGEST),
        MaxProtocolErrors: unlimited(0, LARGEST),
        MaxRecipientsPerMessage: whole(1, 512_000),
        MessageRateLimit: unlimited(1, LARGEST),
        MessageRateSource: { type: enumeration(names.messageRateSource), since: "2010" },
        OrarEnabled: { type: boolean },
        PermissionGroups: { type: enumeration(names.permissionGroups) },
        PipeliningEnabled: { type: boolean },
        ProtocolLoggingLevel: { type: enumeration(protocolLoggingLevel) },
        RejectReservedSecondLevelRecipientDomains: { type: boolean, since: "2016" },
        RejectReservedTopLevelRecipientDomains: { type: boolean, since: "2016" },
        RejectSingleLabelRecipientDomains: { type: boolean, since: "2016" },
        RemoteIPRanges: { type: listOf(parseIpRange), notEmpty: true },
        RequireEHLODomain: { type: boolean },
        RequireTLS: { type: boolean },
        ServiceDiscoveryFqdn: { type: parsed(parseFqdn, null), since: "2013" },
        SizeEnabled: { type: enumeration(names.sizeEnabled) },
        SuppressXAnonymousTls: { type: boolean, since: "2010" },
        TarpitInterval: span("00:00:00", "00:10:00"),
        TlsCertificateName: { type: parsed(parseCertificateIdentifier, null), since: "2013" },
        TlsDomainCapabilities: { type: listOf(capabilities(product)), since: "2010" },
        TransportRole: { type: enumeration(names.transportRole), since: "2013" },
    };
}

function capabilities(product: Product): (text: string) => string {
    const known = names.domainCapabilities(product);
    return (text) => parseDomainCapabilities(known, text);
}

export function newParameters(switches: Readonly<Switches>, product: Product = "SE"): ParameterTable {
    return {
        ...changing,
        ...settings(switches, product),
        Name: { type: string, mandatory: true },
        Server: { type: string },
        Usage: { type: enumeration(names.usage) },
        Client: { type: boolean },
        Custom: { type: boolean },
        Internal: { type: boolean },
        Internet: { type: boolean },
        Partner: { type: boolean },
    };
}

export function setParameters(switches: Readonly<Switches>, product: Product = "SE"): ParameterTable {
    return {
        ...changing,
        ...settings(switches, product),
        Identity: { type: identity, mandatory: true },
        Name: { type: string },
        BareLinefeedRejectionEnabled: { type: boolean, since: "2010" },
        ProxyEnabled: { type: boolean, since: "2013", until: "2013" },
        SmtpUtf8Enabled: { type: boolean, since: "2013" },
    };
}

export const getParameters: ParameterTable = {
    ...reading,
    Identity: { type: readIdentity },
    Server: { type: readIdentity },
};

export const removeParameters: ParameterTable = { ...changing, Identity: { type: identity, mandatory: true } };
