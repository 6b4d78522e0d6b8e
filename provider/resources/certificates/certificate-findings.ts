import type { Case } from "../case";
import type { Finding } from "../rule";
import { nameOf } from "./certificate";
import { type Choice, certificateMatters, choose, type Wanted, wantedOn } from "./choice";
import { certificatesOn, type Reading } from "./reading";
import { flawsOf } from "./validity";

type Purpose = "send" | "receive";

/**
 * Safety rule S23: servers on which the connector finds no certificate that it could present. On a receive connector
 * STARTTLS is then not offered at all (event 12014).
 */
export function certificateFindings(
    subject: Case,
    servers: readonly string[],
    purpose: Purpose,
    now = Date.now(),
): readonly Finding[] {
    if (!certificateMatters(subject)) return [];
    const asked = servers.filter((server) => wantedOn(subject, server) !== undefined);
    const readings = certificatesOn(subject.around, asked);
    const unread = readings.flatMap((reading) => ("missing" in reading ? [reading.missing] : []));
    if (unread[0] !== undefined && unread.length === readings.length) throw unread[0];
    const without = readings.flatMap((reading) => lacking(subject, reading, now));
    return [
        ...without.map(
            ({ server, wanted, choice, hint }): Finding => ({
                severity: without.length === servers.length && stopsMail(subject, purpose) ? "error" : "warning",
                text: `${server} has no valid SMTP certificate ${said(wanted)} (${why(choice, now)})${consequence(purpose)}: ${remedy(wanted, hint)}`,
            }),
        ),
        ...unread.map(({ message }): Finding => ({ severity: "warning", text: `not checked: ${message}` })),
    ];
}

function lacking(subject: Case, reading: Reading, now: number) {
    const wanted = wantedOn(subject, reading.server);
    if (wanted === undefined || "missing" in reading) return [];
    const { server, certificates } = reading;
    const choice = choose(certificates, wanted, now);
    const good = certificates.filter((one) => flawsOf(one, now).length === 0);
    return choice.chosen ? [] : [{ server, wanted, choice, hint: [...new Set(good.map(nameOf))] }];
}

/** A certificate that is named and not there, and a demand for TLS that nobody can meet. */
function stopsMail({ values }: Case, purpose: Purpose): boolean {
    return typeof values.tlsCertificateName === "string" || (purpose === "receive" && values.requireTls === true);
}

function said({ by, text }: Wanted): string {
    return by === "name" ? `named ${text}` : `for ${text}`;
}

function why({ matching }: Choice, now: number): string {
    if (matching.length === 0) return "none matches";
    return matching.map((one) => `${one.thumbprint} ${flawsOf(one, now).join(", ")}`).join("; ");
}

function consequence(purpose: Purpose): string {
    return purpose === "receive" ? ", so it does not offer STARTTLS (event 12014)" : "";
}

function remedy({ by }: Wanted, names: readonly string[]): string {
    const install = "install it with its private key and enable it for SMTP";
    const other = by === "name" ? "another tlsCertificateName" : "another fqdn or a tlsCertificateName";
    return `${install}, or declare ${other}${names.length > 0 ? ` (valid there: ${names.join(" or ")})` : ""}`;
}
