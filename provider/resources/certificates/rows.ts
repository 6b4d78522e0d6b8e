import type { WireObject } from "../../session/frames";
import { dnsName } from "../../values/domain";
import { NotChecked } from "../rule";
import type { Certificate } from "./certificate";
import { clientAuthenticationIn } from "./key-usage";

/** What is asked of Get-ExchangeCertificate. */
export const CERTIFICATE_PROPERTIES = [
    "Thumbprint",
    "Subject",
    "Issuer",
    "NotBefore",
    "NotAfter",
    "HasPrivateKey",
    "Status",
    "Services",
    "CertificateDomains",
    "EnhancedKeyUsageList",
    "IsSelfSigned",
] as const;

/**
 * One row of Get-ExchangeCertificate. Through some sessions little more than the X.509 text survives (reference sheet,
 * 8.1): then nothing is known, which is not the same as no certificate.
 */
export function certificateOf(server: string, row: WireObject): Certificate {
    const missing: string[] = [];
    const need = <T>(
        name: (typeof CERTIFICATE_PROPERTIES)[number],
        read: (value: unknown) => T | undefined,
        none: T,
    ) => {
        const value = read(row[name]);
        if (value === undefined) missing.push(name);
        return value ?? none;
    };
    const certificate: Certificate = {
        thumbprint: need("Thumbprint", textIn, ""),
        subject: need("Subject", textIn, ""),
        issuer: need("Issuer", textIn, ""),
        notBefore: need("NotBefore", timeIn, 0),
        notAfter: need("NotAfter", timeIn, 0),
        hasPrivateKey: need("HasPrivateKey", booleanIn, false),
        status: need("Status", textIn, ""),
        services: need("Services", servicesIn, []),
        domains: need("CertificateDomains", domainsIn, []),
        selfSigned: booleanIn(row.IsSelfSigned),
        clientAuthentication: clientAuthenticationIn(row.EnhancedKeyUsageList),
    };
    if (missing.length === 0) return certificate;
    throw new NotChecked(`${server} shows its certificates without ${missing.join(", ")}`);
}

function textIn(value: unknown): string | undefined {
    return typeof value === "string" ? value : undefined;
}

function booleanIn(value: unknown): boolean | undefined {
    return typeof value === "boolean" ? value : undefined;
}

function timeIn(value: unknown): number | undefined {
    const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? undefined : time;
}

function servicesIn(value: unknown): readonly string[] | undefined {
    return textIn(value)
        ?.split(",")
        .map((service) => service.trim().toUpperCase());
}

function domainsIn(value: unknown): readonly string[] | undefined {
    if (value === undefined) return undefined;
    // An empty list may arrive as null.
    const entries: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
    return entries.map((entry) => {
        const [, wildcard = "", name = ""] = /^(\*\.)?(.*)$/s.exec(String(entry).trim()) ?? [];
        return wildcard + (dnsName(name) ?? name.toLowerCase());
    });
}
