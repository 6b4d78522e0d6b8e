import { boolean } from "../../../values/boolean";
import { certificateId } from "../../../values/certificate-id";
import { fqdn } from "../../../values/domain";
import { enumeration } from "../../../values/enumeration";
import { tlsDomainCapability } from "../../../values/tls-domain-capability";
import type { FieldTable } from "../../field";
import { authMechanisms, permissionGroups } from "../flag-sets";

/** TLS and authentication: who is asked to prove what. */
export const trust = {
    authMechanism: {
        parameter: "AuthMechanism",
        ...authMechanisms,
        since: "2007",
        tls: 3,
        default:
            "by usage: Tls, with Integrated, BasicAuth, BasicAuthRequireTLS for Client, with ExchangeServer for Internal",
        doc: "Authentication that is offered and accepted; Tls is what offers STARTTLS. None stands alone (R1), BasicAuthRequireTLS needs BasicAuth and Tls (R2), ExternalAuthoritative goes with Tls alone (R3) and needs ExchangeServers in permissionGroups (R5).",
    },
    permissionGroups: {
        parameter: "PermissionGroups",
        ...permissionGroups,
        since: "2007",
        tls: 2,
        default:
            "by usage: ExchangeUsers for Client, ExchangeServers and ExchangeLegacyServers for Internal, AnonymousUsers for Internet, Partners for Partner, None for Custom",
        doc: "Who may submit mail. The server shows Custom where rights were granted by Add-ADPermission; it is not compared and cannot be declared.",
    },
    requireTls: {
        parameter: "RequireTLS",
        type: boolean,
        since: "2007",
        tls: 3,
        default: "false",
        doc: "Take no mail before STARTTLS. Needs Tls in authMechanism (R4).",
    },
    domainSecureEnabled: {
        parameter: "DomainSecureEnabled",
        type: boolean,
        since: "2007",
        tls: 3,
        default: "false; true on the default connector of an Edge server",
        doc: "Mutual TLS: asks for a client certificate, and mail from the domains in tlsReceiveDomainSecureList must come with a valid one. Needs Tls and no ExternalAuthoritative in authMechanism (R6).",
    },
    fqdn: {
        parameter: "Fqdn",
        type: fqdn,
        since: "2007",
        tls: 3,
        default: "the server's FQDN",
        doc: "Name in the banner, the EHLO reply and the Received header, by which the certificate is chosen when tlsCertificateName is not set. With ExchangeServer in authMechanism only the server's own name or null (R7).",
    },
    tlsCertificateName: {
        parameter: "TlsCertificateName",
        type: certificateId,
        since: "2013",
        tls: 3,
        default: "null: chosen by fqdn",
        doc: "Certificate to present, <I>issuer<S>subject, with private key and SMTP enabled on the server. null: none.",
    },
    tlsDomainCapabilities: {
        parameter: "TlsDomainCapabilities",
        type: tlsDomainCapability,
        list: { mode: "merge", editable: false },
        since: "2010",
        tls: 3,
        default: "empty",
        doc: 'What a domain that presents a validated certificate may do beyond other senders, "mail.protection.outlook.com:AcceptCloudServicesMail": made for hybrid. "NO-TLS:…" means connections without TLS (R24).',
    },
    extendedProtectionPolicy: {
        parameter: "ExtendedProtectionPolicy",
        type: enumeration(["None", "Allow", "Require"]),
        since: "2010",
        tls: 2,
        default: "None",
        doc: "Whether Integrated authentication must be bound to the TLS channel. Require refuses clients that cannot (R25), Allow binds where the client can.",
    },
    enableAuthGssapi: {
        parameter: "EnableAuthGSSAPI",
        type: boolean,
        since: "2007 SP1",
        tls: 2,
        default: "false; true on the client connectors that setup makes",
        doc: "Whether GSSAPI is advertised together with Integrated, without which it has no effect (R17).",
    },
    suppressXAnonymousTls: {
        parameter: "SuppressXAnonymousTls",
        type: boolean,
        since: "2010",
        tls: 3,
        default: "false",
        doc: "Hides X-ANONYMOUSTLS, the TLS between Exchange servers: for links whose traffic must stay readable. Needs UseDowngradedExchangeServerAuth on the server's transport service first (R12).",
    },
    liveCredentialEnabled: {
        parameter: "LiveCredentialEnabled",
        type: boolean,
        since: "2010",
        until: "2013",
        tls: 0,
        default: "false as seen",
        doc: "Reserved for internal use by Microsoft; only the help of Exchange 2010 and 2013 names it.",
    },
    proxyEnabled: {
        parameter: "ProxyEnabled",
        type: boolean,
        only: "Set",
        since: "2013",
        until: "2013",
        tls: 0,
        default: "false as seen",
        doc: "Reserved for internal use by Microsoft; only the early help of Exchange 2013 names it.",
    },
} satisfies FieldTable;
