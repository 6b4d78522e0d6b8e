import { addressSpace } from "../../../values/address-space";
import { boolean } from "../../../values/boolean";
import { receiveConnectorIdentity } from "../../../values/identity";
import { integer } from "../../../values/integer";
import { ipAddress } from "../../../values/ip-address";
import { serverName } from "../../../values/server-name";
import { smartHost } from "../../../values/smart-host";
import type { FieldTable } from "../../field";

/** Which mail goes through the connector, from where and to which host. */
export const routingFields = {
    addressSpaces: {
        parameter: "AddressSpaces",
        type: addressSpace,
        // Empty only beside linkedReceiveConnector (S13), so it is a rule that asks for an entry.
        list: { mode: "exact" },
        required: "new",
        since: "2007",
        tls: 1,
        default: "none",
        doc: 'Domains that this connector delivers to: "contoso.com" (without sub-domains), "*.contoso.com" (with them), "*"; with type and cost as "SMTP:contoso.com;10", cost 1 to 100, 1 when omitted. At least one, but none beside linkedReceiveConnector (S13). With adopt they may be left out, and stay as they are.',
    },
    sourceTransportServers: {
        parameter: "SourceTransportServers",
        type: serverName,
        list: { mode: "exact", notEmpty: true },
        since: "2007",
        tls: 1,
        default: "the server on which the connector is created",
        doc: "Mailbox servers, or subscribed Edge servers, that may use the connector. Short names or FQDNs. Not on an Edge server itself (S14).",
    },
    isScopedConnector: {
        parameter: "IsScopedConnector",
        type: boolean,
        since: "2007 SP1",
        tls: 1,
        default: "false",
        doc: "Only servers in the source servers' site use it (S21).",
    },
    dnsRoutingEnabled: {
        parameter: "DNSRoutingEnabled",
        type: boolean,
        since: "2007",
        tls: 1,
        default: "true",
        doc: "Deliver to the domain's MX. false needs smartHosts (S8).",
    },
    smartHosts: {
        parameter: "SmartHosts",
        type: smartHost,
        list: { mode: "exact" },
        since: "2007",
        tls: 1,
        default: "empty",
        doc: "Hosts (names or IP addresses) that take the mail instead of the domain's MX. Turns dnsRoutingEnabled off (S9).",
    },
    linkedReceiveConnector: {
        parameter: "LinkedReceiveConnector",
        type: receiveConnectorIdentity,
        since: "2007",
        until: "2010 SP1",
        tls: 0,
        default: "null",
        doc: 'Receive connector, "Server\\Name", whose mail goes out through this connector\'s smart hosts, whatever its domain. Needs no address space, smartHosts, smartHostAuthMechanism and maxMessageSize "unlimited" (S13). null: none.',
    },
    port: {
        parameter: "Port",
        type: integer(0, 65_535),
        since: "2007",
        tls: 1,
        default: "25",
        doc: "TCP port of the far end, 0 to 65535.",
    },
    sourceIpAddress: {
        parameter: "SourceIPAddress",
        type: ipAddress,
        since: "2007",
        tls: 0,
        default: "0.0.0.0",
        doc: "Local address that connections come from; 0.0.0.0: any. Only on an Edge server (S14).",
    },
    frontendProxyEnabled: {
        parameter: "FrontendProxyEnabled",
        type: boolean,
        since: "2013",
        tls: 2,
        default: "false",
        doc: "Send through the front-end service (port 717). Mutual TLS does not work that way (S16).",
    },
    useExternalDnsServersEnabled: {
        parameter: "UseExternalDNSServersEnabled",
        type: boolean,
        since: "2007",
        tls: 0,
        default: "false",
        doc: "Look names up at the transport server's external DNS servers.",
    },
} satisfies FieldTable;
