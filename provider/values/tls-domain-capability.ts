import { certificateId } from "./certificate-id";
import { dnsName } from "./domain";
import { expected, parsed, type ValueType } from "./value-type";

const WHAT =
    'a domain, NO-TLS or <I>issuer<S>subject with capabilities such as "mail.contoso.com:AcceptCloudServicesMail"';
const NO_TLS = "NO-TLS";

/** Capabilities with a known spelling; of others (there are more) the case is not kept. */
const KNOWN = new Map(["AcceptCloudServicesMail", "AcceptOorgProtocol"].map((name) => [name.toLowerCase(), name]));

/**
 * `domain:Capability,Capability`: what a sender whose certificate proves the domain may do. The domain is an exact one,
 * `NO-TLS` (plain connections) or a certificate `<I>issuer<S>subject`. Capabilities are a set in any case.
 */
export const tlsDomainCapability: ValueType = {
    typescript: "string",
    parse(value) {
        // The X.500 texts of a certificate may hold colons, capabilities cannot.
        const [, who = "", list = ""] = (typeof value === "string" && /^(.+):([^:]*)$/.exec(value)) || [];
        const [whom, capabilities] = [identified(who.trim()), capabilitiesIn(list)];
        return whom === undefined || capabilities === undefined
            ? expected(WHAT)
            : parsed(`${whom}:${capabilities.join(",")}`);
    },
    print: (canonical) => canonical,
};

function identified(who: string): string | undefined {
    if (who.toUpperCase() === NO_TLS) return NO_TLS;
    if (!who.startsWith("<")) {
        const domain = dnsName(who);
        // "no-tls." and the like: what stands for every plain connection must be written as such.
        return domain === NO_TLS.toLowerCase() ? undefined : domain;
    }
    const certificate = certificateId.parse(who);
    return certificate.ok ? String(certificate.canonical) : undefined;
}

function capabilitiesIn(list: string): readonly string[] | undefined {
    const names = list.split(",").map((name) => name.trim().toLowerCase());
    const set = [...new Set(names)].sort().map((name) => KNOWN.get(name) ?? name);
    return names.every((name) => /^[a-z][a-z0-9]*$/.test(name)) ? set : undefined;
}
