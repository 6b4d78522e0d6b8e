import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { expected, parsed, type ValueType } from "./value-type";

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** The ASCII form of a DNS name, lower-case, without the trailing dot; undefined when it is none. */
export function dnsName(text: string): string | undefined {
    const ascii = asciiOf(text.trim())?.replace(/\.$/, "");
    const fits =
        ascii !== undefined &&
        isIP(ascii) === 0 &&
        ascii.length <= 253 &&
        ascii.split(".").every((label) => LABEL.test(label)) &&
        // A mistyped address: no top-level domain and no Windows host is a number.
        !/(?:^|\.)\d+$/.test(ascii);
    return fits ? ascii : undefined;
}

function asciiOf(text: string): string | undefined {
    // domainToASCII reads "10" or "0x7f.1" as an IPv4 address, so only names that need it are handed over.
    if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
    // It would cut "bücher/x" at the slash and decode "bü%41".
    return /^(?:[\w.-]|\P{ASCII})+$/u.test(text) ? domainToASCII(text) : undefined;
}

function domainType(what: string, allow: { empty?: boolean; subdomains?: boolean }): ValueType {
    return {
        typescript: allow.empty ? "string | null" : "string",
        parse(value) {
            if (allow.empty && (value === null || value === "")) return parsed(null);
            if (typeof value !== "string") return expected(what);
            const wildcard = allow.subdomains && value.trim().startsWith("*.") ? "*." : "";
            const name = dnsName(value.trim().slice(wildcard.length));
            return name === undefined ? expected(what) : parsed(wildcard + name);
        },
        print: (canonical) => canonical,
        asTyped: true,
    };
}

/** A host or domain name, or no value. */
export const fqdn = domainType("a domain name such as mail.contoso.com", { empty: true });

/** An exact mail domain, as the secure-domain lists take them: a wildcard is refused (reference sheet, section 7). */
export const smtpDomain = domainType("an exact domain such as contoso.com (no wildcard; list each sub-domain)", {});

/** A domain or `*.domain`, or no value. */
export const smtpDomainWithSubdomains = domainType("a domain such as contoso.com or *.contoso.com", {
    empty: true,
    subdomains: true,
});
