import type { Certificate } from "../../model/certificate.js";
import type { Server } from "../../model/server.js";
import type { CmdletContext, LiveObject } from "../context.js";
import { statusOf } from "./selection.js";

/** Sheet 8.1; a remote session may leave nothing but what any X.509 object has. */
export function liveCertificate(
    certificate: Certificate,
    server: Server,
    { clock, session, switches }: CmdletContext,
): LiveObject {
    const x509: LiveObject = {
        EnhancedKeyUsageList: certificate.enhancedKeyUsages,
        FriendlyName: certificate.friendlyName,
        HasPrivateKey: certificate.hasPrivateKey,
        Issuer: certificate.issuer,
        NotAfter: certificate.notAfter,
        NotBefore: certificate.notBefore,
        SerialNumber: certificate.serialNumber,
        Subject: certificate.subject,
        Thumbprint: certificate.thumbprint,
    };
    if (session === "remote" && switches.certificateProperties === "x509-only") return x509;
    return {
        AccessRules: [],
        CertificateDomains: certificate.domains,
        ...x509,
        Identity: `${server.fqdn}\\${certificate.thumbprint}`,
        IsSelfSigned: certificate.isSelfSigned,
        PublicKeySize: certificate.publicKeySize,
        RootCAType: certificate.rootCAType,
        Services: certificate.services,
        Status: statusOf(certificate, clock.now()),
    };
}
