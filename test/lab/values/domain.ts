import { InvalidValue } from "./invalid-value.js";

const LABEL = /^(?!-)[A-Za-z0-9_-]{1,63}(?<!-)$/;

export function isDomain(text: string): boolean {
    return text.length <= 255 && text.split(".").every((label) => LABEL.test(label));
}

/** A bare domain; case is kept as typed. */
export function parseSmtpDomain(text: string): string {
    if (isDomain(text)) return text;
    const why = text.includes("*") ? "wildcard domains aren't allowed here" : "isn't a valid SMTP domain";
    throw new InvalidValue(text, "Microsoft.Exchange.Data.SmtpDomain", why);
}

/** A domain or `*.domain`; a glued wildcard is refused. */
export function parseDomainWithSubdomains(text: string): string {
    if (isDomain(text.startsWith("*.") ? text.slice(2) : text)) return text;
    throw new InvalidValue(text, "Microsoft.Exchange.Data.SmtpDomainWithSubdomains", "isn't a valid SMTP domain");
}

export function parseFqdn(text: string): string {
    if (isDomain(text)) return text;
    throw new InvalidValue(text, "Microsoft.Exchange.Data.Fqdn", "isn't a valid fully qualified domain name");
}
