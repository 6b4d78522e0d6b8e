import type { Case } from "../case";
import { dayOf } from "./certificate";
import { certificateMatters, choose, wantedOn } from "./choice";
import { certificatesOn, type Reading } from "./reading";
import { flawsOf } from "./validity";

/**
 * Server → the certificate that Exchange would present there, in words: the output `certificates`. Undefined where the
 * program declares nothing that depends on one.
 */
export function chosenCertificates(
    subject: Case,
    servers: readonly string[],
    now = Date.now(),
): Readonly<Record<string, string>> | undefined {
    if (!certificateMatters(subject)) return undefined;
    const readings = certificatesOn(subject.around, servers);
    return Object.fromEntries(readings.map((reading) => [reading.server, inWords(subject, reading, now)]));
}

function inWords(subject: Case, reading: Reading, now: number): string {
    if ("missing" in reading) return `not checked: ${reading.missing.message}`;
    const wanted = wantedOn(subject, reading.server);
    if (wanted === undefined) return "not checked: the server's FQDN is not known";
    const { chosen, matching } = choose(reading.certificates, wanted, now);
    if (chosen === undefined) {
        const flaws = matching.map((one) => `${one.thumbprint} ${flawsOf(one, now).join(", ")}`);
        return ["none", ...flaws].join("; ");
    }
    const others = matching.filter((one) => one !== chosen).map(({ thumbprint }) => thumbprint);
    const also = others.length > 0 ? `; also matching: ${others.join(", ")}` : "";
    return `${chosen.thumbprint} ${chosen.subject}, valid until ${dayOf(chosen.notAfter)}${also}`;
}
