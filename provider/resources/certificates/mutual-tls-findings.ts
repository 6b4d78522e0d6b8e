import type { Case } from "../case";
import type { Finding } from "../rule";
import type { Certificate } from "./certificate";
import { certificateMatters, choose, wantedOn } from "./choice";
import { certificatesOn } from "./reading";

/** Safety rule S24: why a partner could refuse the certificate that we present for mutual TLS, although it is valid. */
export function mutualTlsFindings(subject: Case, servers: readonly string[], now = Date.now()): readonly Finding[] {
    if (subject.values.domainSecureEnabled !== true || !certificateMatters(subject)) return [];
    return certificatesOn(subject.around, servers).flatMap((reading) => {
        const wanted = wantedOn(subject, reading.server);
        if (wanted === undefined) return [];
        // Told by S23 already.
        if ("missing" in reading) return [];
        const { chosen } = choose(reading.certificates, wanted, now);
        const texts = chosen === undefined ? [] : doubts(chosen, subject.values.fqdn);
        return texts.map((text): Finding => ({ severity: "warning", text: `${reading.server}: ${text}` }));
    });
}

function doubts(one: Certificate, fqdn: unknown): readonly string[] {
    const what = `the certificate ${one.thumbprint} (${one.subject})`;
    const hosts = one.domains.join(", ");
    return [
        ...(one.selfSigned === true
            ? [
                  `${what} is self-signed, which partners refuse for mutual TLS: install one of an authority that the partner trusts`,
              ]
            : []),
        ...(holdsMailDomain(one.domains, fqdn)
            ? []
            : [
                  `${what} names hosts only (${hosts}): partners look for each sender domain's own name (event 11015), so have those domains put on it`,
              ]),
        ...(one.clientAuthentication === false
            ? [`${what} does not allow client authentication, which partners may demand: install one that does`]
            : []),
        ...(one.clientAuthentication === undefined
            ? [`not checked: whether ${what} allows client authentication, because EnhancedKeyUsageList is not shown`]
            : []),
    ];
}

/** A mail domain is a name of two labels, or one that other names of the certificate or the connector lie below. */
function holdsMailDomain(domains: readonly string[], fqdn: unknown): boolean {
    const below = [...domains, ...(typeof fqdn === "string" ? [fqdn] : [])];
    return domains
        .filter((domain) => !domain.startsWith("*"))
        .some((domain) => domain.split(".").length === 2 || below.some((name) => name.endsWith(`.${domain}`)));
}
