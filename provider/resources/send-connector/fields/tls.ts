import { boolean } from "../../../values/boolean";
import { certificateId } from "../../../values/certificate-id";
import { credential } from "../../../values/credential";
import { fqdn, smtpDomainWithSubdomains } from "../../../values/domain";
import { enumeration } from "../../../values/enumeration";
import type { FieldTable } from "../../field";

/** TLS, certificates and authentication. */
export const tlsFields = {
    requireTls: {
        parameter: "RequireTLS",
        type: boolean,
        since: "2007",
        tls: 3,
        default: "false",
        doc: "Deliver by TLS or not at all. Cannot go with ignoreStartTls (S3) or forceHelo (S17).",
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
        doc: 'Name that the far end\'s certificate must carry, "contoso.com" or "*.contoso.com". Only with tlsAuthLevel DomainValidation (S5), where a smart host makes it mandatory (S6); without it the recipient\'s domain is the name (S7). null: none.',
    },
    domainSecureEnabled: {
        parameter: "DomainSecureEnabled",
        type: boolean,
        since: "2007",
        tls: 3,
        default: "false; true on EdgeSync's own connector to the Internet",
        doc: "Mutual TLS with the domains in tlsSendDomainSecureList. Needs dnsRoutingEnabled, no ignoreStartTls (S1) and no frontendProxyEnabled (S16).",
    },
    ignoreStartTls: {
        parameter: "IgnoreSTARTTLS",
        type: boolean,
        since: "2007",
        tls: 3,
        default: "false",
        doc: "Send in the clear even where the far end offers STARTTLS.",
    },
    forceHelo: {
        parameter: "ForceHELO",
        type: boolean,
        since: "2007",
        tls: 2,
        default: "false",
        doc: "Greet with HELO instead of EHLO, so that no STARTTLS can follow (S17).",
    },
    fqdn: {
        parameter: "Fqdn",
        type: fqdn,
        since: "2007",
        tls: 3,
        default: "null: the source server's FQDN",
        doc: "Name given in EHLO, by which the certificate is chosen when tlsCertificateName is not set. Exchange 2010 ignores it where the Hub and Mailbox roles share a server. null: none.",
    },
    tlsCertificateName: {
        parameter: "TlsCertificateName",
        type: certificateId,
        since: "2013",
        tls: 3,
        default: "null: chosen by fqdn",
        doc: "Certificate to present, <I>issuer<S>subject, with private key and SMTP enabled on every source server (S23). null: none.",
    },
    smartHostAuthMechanism: {
        parameter: "SmartHostAuthMechanism",
        type: enumeration(["None", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer", "ExternalAuthoritative"]),
        since: "2007",
        tls: 3,
        default: "None",
        doc: "How to authenticate at the smart hosts. Only with smartHosts (S10). BasicAuth and BasicAuthRequireTLS need authenticationCredential (S11), the latter smart hosts by name (S12).",
    },
    authenticationCredential: {
        parameter: "AuthenticationCredential",
        type: credential,
        readable: false,
        since: "2007",
        tls: 2,
        default: "null",
        doc: "User name and password for the smart hosts (S11). Always a Pulumi secret; written when it changes in the program.",
    },
} satisfies FieldTable;
