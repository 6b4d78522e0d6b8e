import { addressSpace } from "../../values/address-space";
import { boolean } from "../../values/boolean";
import { byteSize } from "../../values/byte-size";
import { certificateId } from "../../values/certificate-id";
import { fqdn, smtpDomainWithSubdomains } from "../../values/domain";
import { enumeration } from "../../values/enumeration";
import { integer } from "../../values/integer";
import { serverName } from "../../values/server-name";
import { smartHost } from "../../values/smart-host";
import { comment, objectName } from "../../values/text";
import type { FieldTable } from "../field";

/** Reference sheet 3.2. */
export const fields = {
    name: {
        parameter: "Name",
        type: objectName(64),
        required: true,
        since: "2010",
        tls: 0,
        default: "none",
        doc: "Name of the connector, unique in the organisation. A change renames it in place.",
    },
    addressSpaces: {
        parameter: "AddressSpaces",
        type: addressSpace,
        list: { mode: "exact", notEmpty: true },
        required: true,
        since: "2010",
        tls: 1,
        default: "none",
        doc: 'Domains that this connector delivers to: "contoso.com" (without sub-domains), "*.contoso.com" (with them), "*"; with type and cost as "SMTP:contoso.com;10", cost 1 to 100, 1 when omitted.',
    },
    enabled: {
        parameter: "Enabled",
        type: boolean,
        since: "2010",
        tls: 0,
        default: "true",
        doc: "Whether the connector is used.",
    },
    comment: {
        parameter: "Comment",
        type: comment,
        since: "2010",
        tls: 0,
        default: "empty",
        doc: "Free text. A connector that this provider created carries a mark such as [pulumi 0123456789ab] behind it, which is not compared.",
    },
    requireTls: {
        parameter: "RequireTLS",
        type: boolean,
        since: "2010",
        tls: 3,
        default: "false",
        doc: "Deliver by TLS or not at all. Cannot go with ignoreStartTls (S3).",
    },
    tlsAuthLevel: {
        parameter: "TlsAuthLevel",
        type: enumeration(["EncryptionOnly", "CertificateValidation", "DomainValidation"], { nullable: true }),
        since: "2010",
        tls: 3,
        default: "null",
        doc: "How the far end's certificate is checked: not at all, chain and revocation, or its name as well. Needs requireTls and no ignoreStartTls (S4). null: none.",
    },
    tlsDomain: {
        parameter: "TlsDomain",
        type: smtpDomainWithSubdomains,
        since: "2010",
        tls: 3,
        default: "null",
        doc: 'Name that the far end\'s certificate must carry, "contoso.com" or "*.contoso.com". Only with tlsAuthLevel DomainValidation (S5), where a smart host makes it mandatory (S6). null: none.',
    },
    domainSecureEnabled: {
        parameter: "DomainSecureEnabled",
        type: boolean,
        since: "2010",
        tls: 3,
        default: "false",
        doc: "Mutual TLS with the domains in tlsSendDomainSecureList. Needs dnsRoutingEnabled and no ignoreStartTls (S1).",
    },
    ignoreStartTls: {
        parameter: "IgnoreSTARTTLS",
        type: boolean,
        since: "2010",
        tls: 3,
        default: "false",
        doc: "Send in the clear even where the far end offers STARTTLS.",
    },
    fqdn: {
        parameter: "Fqdn",
        type: fqdn,
        since: "2010",
        tls: 3,
        default: "null: the source server's FQDN",
        doc: "Name given in EHLO, by which the certificate is chosen when tlsCertificateName is not set. null: none.",
    },
    tlsCertificateName: {
        parameter: "TlsCertificateName",
        type: certificateId,
        since: "2013",
        tls: 3,
        default: "null: chosen by fqdn",
        doc: "Certificate to present, <I>issuer<S>subject, with private key and SMTP enabled on every source server. null: none.",
    },
    smartHostAuthMechanism: {
        parameter: "SmartHostAuthMechanism",
        type: enumeration(["None", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer", "ExternalAuthoritative"]),
        since: "2010",
        tls: 3,
        default: "None",
        doc: "How to authenticate at the smart hosts. Only with smartHosts (S10). BasicAuth and BasicAuthRequireTLS need a credential, which cannot be declared yet: leave the property out to keep them (S11).",
    },
    smartHosts: {
        parameter: "SmartHosts",
        type: smartHost,
        list: { mode: "exact" },
        since: "2010",
        tls: 1,
        default: "empty",
        doc: "Hosts (names or IP addresses) that take the mail instead of the domain's MX. Turns dnsRoutingEnabled off (S9).",
    },
    dnsRoutingEnabled: {
        parameter: "DNSRoutingEnabled",
        type: boolean,
        since: "2010",
        tls: 1,
        default: "true",
        doc: "Deliver to the domain's MX. false needs smartHosts (S8).",
    },
    sourceTransportServers: {
        parameter: "SourceTransportServers",
        type: serverName,
        list: { mode: "exact", notEmpty: true },
        since: "2010",
        tls: 1,
        default: "the server on which the connector is created",
        doc: "Mailbox servers, or subscribed Edge servers, that may use the connector. Short names or FQDNs.",
    },
    isScopedConnector: {
        parameter: "IsScopedConnector",
        type: boolean,
        since: "2010",
        tls: 1,
        default: "false",
        doc: "Only servers in the source servers' site use it.",
    },
    port: {
        parameter: "Port",
        type: integer(0, 65_535),
        since: "2010",
        tls: 1,
        default: "25",
        doc: "TCP port of the far end, 0 to 65535.",
    },
    maxMessageSize: {
        parameter: "MaxMessageSize",
        type: byteSize({ min: 0, max: 2_147_483_647, unlimited: true }),
        since: "2010",
        tls: 0,
        default: "25 MB in the documentation, 35 MB as seen",
        doc: 'Largest message, "36MB" or bytes, 0 to 2147483647, or "unlimited".',
    },
    protocolLoggingLevel: {
        parameter: "ProtocolLoggingLevel",
        type: enumeration(["None", "Verbose"]),
        since: "2010",
        tls: 0,
        default: "None",
        doc: "Whether the SMTP conversation is logged.",
    },
} satisfies FieldTable;
