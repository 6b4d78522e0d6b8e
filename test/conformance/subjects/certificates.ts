import { Chance, type Lab } from "../../lab/index.js";
import { issuedCertificate } from "../../lab/model/certificate.js";

/** Certificates that connectors may name, and whose names they may give. */
export function installCertificates({ organisation }: Lab): void {
    const chance = new Chance(7);
    const monthAgo = new Date(Date.now() - 30 * 86_400_000);
    for (const domain of ["mail.contoso.com", "smtp.contoso.com"]) {
        const certificate = issuedCertificate([domain], monthAgo, chance);
        for (const { name } of organisation.servers) organisation.certificates.put(name, certificate);
    }
}
