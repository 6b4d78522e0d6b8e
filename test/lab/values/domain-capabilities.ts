import { parseCertificateIdentifier } from "./certificate-identifier.js";
import { isDomain } from "./domain.js";
import { InvalidValue } from "./invalid-value.js";
import { type Names, parseNames } from "./names.js";

const TYPE = "Microsoft.Exchange.Data.SmtpReceiveDomainCapabilities";

/** `domain:Capability,Capability`; the domain may be `NO-TLS`, `*.domain` or a certificate's `<I>…<S>…`. */
export function parseDomainCapabilities(capabilities: Names, text: string): string {
    const colon = text.lastIndexOf(":");
    const domain = text.slice(0, Math.max(colon, 0)).trim();
    if (/^<i>/i.test(domain)) parseCertificateIdentifier(domain);
    else if (!isDomain(domain.startsWith("*.") ? domain.slice(2) : domain)) {
        throw new InvalidValue(text, TYPE, "isn't a domain with its capabilities");
    }
    return `${domain}:${parseNames(capabilities, text.slice(colon + 1)).replaceAll(" ", "")}`;
}
