import { type Certificate, dayOf } from "./certificate";

/** Why Exchange cannot use a certificate for TLS at the time `now`, in words; none when it can (reference sheet, 8.1). */
export function flawsOf(certificate: Certificate, now: number): readonly string[] {
    const { notBefore, notAfter, hasPrivateKey, status, services } = certificate;
    const late = now >= notAfter;
    const early = now < notBefore;
    return [
        ...(late ? [`expired on ${dayOf(notAfter)}`] : []),
        ...(early ? [`is not valid before ${dayOf(notBefore)}`] : []),
        ...(hasPrivateKey ? [] : ["has no private key"]),
        ...(services.includes("SMTP") ? [] : ["is not enabled for SMTP"]),
        // What the dates say already is not said twice.
        ...(status === "Valid" || (status === "DateInvalid" && (late || early)) ? [] : [`has the status ${status}`]),
    ];
}
