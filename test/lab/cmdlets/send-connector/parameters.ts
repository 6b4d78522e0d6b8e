import type { Product } from "../../model/product.js";
import type { Switches } from "../../switches.js";
import { parseAddressSpace, printAddressSpace } from "../../values/address-space.js";
import { parseCertificateIdentifier } from "../../values/certificate-identifier.js";
import { parseDomainWithSubdomains, parseFqdn } from "../../values/domain.js";
import { parseIpAddress } from "../../values/ip.js";
import { parseSmartHost } from "../../values/smart-host.js";
import { changing, reading } from "../common.js";
import type { ParameterTable } from "../parameter.js";
import {
    boolean,
    credential,
    enumeration,
    identity,
    int32,
    listOf,
    optionalText,
    parsed,
    readIdentity,
    string,
} from "../parameter-types.js";
import { inactivityTimeOut, port, size } from "../ranges.js";
import * as names from "./names.js";

/** Sheet 3.2 and 13, what New and Set share. */
function settings(switches: Readonly<Switches>, product: Product): ParameterTable {
    return {
        AuthenticationCredential: { type: credential },
        CloudServicesMailEnabled: { type: boolean, since: "2013" },
        Comment: { type: string },
        ConnectionInactivityTimeOut: inactivityTimeOut,
        ConnectorType: { type: enumeration(names.connectorType), since: "2016" },
        DNSRoutingEnabled: { type: boolean },
        DomainSecureEnabled: { type: boolean },
        Enabled: { type: boolean },
        ErrorPolicies: { type: enumeration(names.errorPolicies(product)), since: "2010" },
        Force: { type: boolean },
        ForceHELO: { type: boolean },
        Fqdn: { type: parsed(parseFqdn, null) },
        FrontendProxyEnabled: { type: boolean, since: "2013" },
        IgnoreSTARTTLS: { type: boolean },
        IsCoexistenceConnector: { type: boolean, since: "2010", until: "2010" },
        IsScopedConnector: { type: boolean },
        LinkedReceiveConnector: { type: optionalText, until: "2010" },
        MaxMessageSize: size(switches),
        Port: port,
        ProtocolLoggingLevel: { type: enumeration(names.protocolLoggingLevel) },
        RequireOorg: { type: boolean, since: "2010" },
        RequireTLS: { type: boolean },
        SmartHostAuthMechanism: { type: enumeration(names.smartHostAuthMechanism) },
        SmtpMaxMessagesPerConnection: { type: int32, since: "2010" },
        SourceIPAddress: { type: parsed(parseIpAddress) },
        TlsAuthLevel: { type: enumeration(names.tlsAuthLevel, null), since: "2010" },
        TlsCertificateName: { type: parsed(parseCertificateIdentifier, null), since: "2013" },
        TlsDomain: { type: parsed(parseDomainWithSubdomains, null), since: "2010" },
        UseExternalDNSServersEnabled: { type: boolean },
    };
}

const addressSpaces = listOf((text) => printAddressSpace(parseAddressSpace(text)));
const smartHosts = listOf(parseSmartHost);
/** Resolved by the cmdlet, which knows the servers. */
const servers = listOf((text) => text);

export function newParameters(switches: Readonly<Switches>, product: Product = "SE"): ParameterTable {
    return {
        ...changing,
        ...settings(switches, product),
        Name: { type: string, mandatory: true },
        AddressSpaces: { type: addressSpaces, mandatory: true, mandatoryUnless: "LinkedReceiveConnector" },
        SmartHosts: { type: smartHosts },
        SourceTransportServers: { type: servers },
        Usage: { type: enumeration(names.usage) },
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
        AddressSpaces: { type: addressSpaces },
        SmartHosts: { type: smartHosts, edits: true },
        SourceTransportServers: { type: servers, edits: true },
    };
}

export const getParameters: ParameterTable = { ...reading, Identity: { type: readIdentity } };

export const removeParameters: ParameterTable = { ...changing, Identity: { type: identity, mandatory: true } };
