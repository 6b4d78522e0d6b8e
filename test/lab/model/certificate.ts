import type { Chance } from "../chance.js";

export const SERVER_AUTHENTICATION = "Server Authentication (1.3.6.1.5.5.7.3.1)";
export const CLIENT_AUTHENTICATION = "Client Authentication (1.3.6.1.5.5.7.3.2)";

/** One certificate in the local computer's store of a server (sheet 8.1). */
export interface Certificate {
    /** 40 hex digits, upper case. */
    readonly thumbprint: string;
    readonly serialNumber: string;
    readonly subject: string;
    readonly issuer: string;
    readonly friendlyName: string;
    /** From the alternative names, or the common name. */
    readonly domains: readonly string[];
    /** Flags, in ascending order of their bits. */
    readonly services: string;
    readonly hasPrivateKey: boolean;
    readonly isSelfSigned: boolean;
    readonly rootCAType: "None" | "ThirdParty" | "Enterprise" | "Registry" | "GroupPolicy" | "Unknown";
    /** While its dates are good. */
    readonly status: "Valid" | "Invalid" | "PendingRequest" | "RevocationCheckFailure" | "Revoked" | "Untrusted";
    readonly notBefore: Date;
    readonly notAfter: Date;
    readonly enhancedKeyUsages: readonly string[];
    readonly publicKeySize: number;
}

const YEAR = 365 * 86_400_000;

/** A certificate as a public authority issues it for mail, good for a year from `notBefore`; say what is different. */
export function issuedCertificate(
    domains: readonly string[],
    notBefore: Date,
    chance: Chance,
    own: Partial<Certificate> = {},
): Certificate {
    return {
        thumbprint: chance.hex(40).toUpperCase(),
        serialNumber: chance.hex(32).toUpperCase(),
        subject: `CN=${domains[0] ?? ""}`,
        issuer: "CN=Lab Public CA, O=Lab Trust, C=US",
        friendlyName: "",
        domains,
        services: "SMTP",
        hasPrivateKey: true,
        isSelfSigned: false,
        rootCAType: "ThirdParty",
        status: "Valid",
        notBefore,
        notAfter: new Date(notBefore.getTime() + YEAR),
        enhancedKeyUsages: [SERVER_AUTHENTICATION, CLIENT_AUTHENTICATION],
        publicKeySize: 2048,
        ...own,
    };
}

/** Issuer and subject are the same. */
export function selfSigned(
    subject: string,
    domains: readonly string[],
    notBefore: Date,
    chance: Chance,
    own: Partial<Certificate> = {},
): Certificate {
    return issuedCertificate(domains, notBefore, chance, {
        subject,
        issuer: subject,
        isSelfSigned: true,
        notAfter: new Date(notBefore.getTime() + 5 * YEAR),
        enhancedKeyUsages: [SERVER_AUTHENTICATION],
        ...own,
    });
}
