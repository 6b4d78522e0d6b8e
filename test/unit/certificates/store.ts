import type { WireObject } from "../../../provider/session/frames";

export const CA = "CN=Contoso CA, O=Contoso";
export const SUBJECT = "CN=mail.contoso.com";
export const NAME = `<I>${CA}<S>${SUBJECT}`;

/** A day in the middle of the life of `row()`. */
export const NOW = Date.parse("2030-06-15T12:00:00Z");

/** A good certificate as Get-ExchangeCertificate shows it through the agent. */
export function row(more: WireObject = {}): WireObject {
    return {
        Thumbprint: "A".repeat(40),
        Subject: SUBJECT,
        Issuer: CA,
        NotBefore: "2020-01-01T00:00:00.0000000Z",
        NotAfter: "2090-01-01T00:00:00.0000000Z",
        HasPrivateKey: true,
        Status: "Valid",
        Services: "IMAP, POP, IIS, SMTP",
        CertificateDomains: ["mail.contoso.com", "contoso.com"],
        EnhancedKeyUsageList: [
            "Server Authentication (1.3.6.1.5.5.7.3.1)",
            "Client Authentication (1.3.6.1.5.5.7.3.2)",
        ],
        IsSelfSigned: false,
        ...more,
    };
}

export function without(name: string): WireObject {
    return Object.fromEntries(Object.entries(row()).filter(([key]) => key !== name));
}
