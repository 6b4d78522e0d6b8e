import type { Certificate } from "../../model/certificate.js";
import { sameText } from "../../values/same-text.js";

/** Certificates that hold one of these names; first the one that Exchange would take, the longest good of the usable. */
export function candidatesFor(names: readonly string[], all: readonly Certificate[], now: Date): Certificate[] {
    const rank = (certificate: Certificate) => Number(usable(certificate, now));
    return all
        .filter(({ domains }) => names.some((name) => domains.some((domain) => covers(domain, name))))
        .sort((a, b) => rank(b) - rank(a) || b.notAfter.getTime() - a.notAfter.getTime());
}

function usable(certificate: Certificate, now: Date): boolean {
    const { hasPrivateKey, services } = certificate;
    return hasPrivateKey && services.split(", ").includes("SMTP") && statusOf(certificate, now) === "Valid";
}

export function statusOf({ status, notBefore, notAfter }: Certificate, now: Date): string {
    return status === "Valid" && (now < notBefore || now >= notAfter) ? "DateInvalid" : status;
}

/** A wildcard stands for one label. */
function covers(domain: string, name: string): boolean {
    if (sameText(domain, name)) return true;
    return domain.startsWith("*.") && sameText(domain.slice(2), name.slice(name.indexOf(".") + 1));
}
