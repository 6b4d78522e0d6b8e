import type { FieldValues } from "../values";
import { has, lacks } from "./known";

/** What the connector means for TLS, in words (reference sheet, section 6, "effective TLS"). */
export function effectiveTls(values: FieldValues): string {
    const offered = has(values, "authMechanism", "Tls");
    const { requireTls, domainSecureEnabled } = values;
    if (!offered && !lacks(values, "authMechanism", "Tls")) return notKnown("authMechanism");
    if (typeof requireTls !== "boolean") return notKnown("requireTls");
    if (typeof domainSecureEnabled !== "boolean") return notKnown("domainSecureEnabled");

    if (!offered) {
        if (requireTls) return "invalid: TLS is required, and authMechanism has no Tls (R4)";
        if (domainSecureEnabled) return "invalid: mutual TLS, and authMechanism has no Tls (R6)";
        return `STARTTLS not offered: mail arrives in plain text${betweenServers(values)}; no client certificate is asked for`;
    }
    const hidden = values.suppressXAnonymousTls === true ? ", and X-ANONYMOUSTLS is hidden from Exchange servers" : "";
    const start = requireTls
        ? `STARTTLS required: no mail is taken in plain text${hidden}`
        : `STARTTLS offered: senders may also use plain text${hidden}`;
    return domainSecureEnabled
        ? `${start}; client certificate asked for: mail from the domains in tlsReceiveDomainSecureList must come with a valid one`
        : `${start}; no client certificate is asked for`;
}

function betweenServers(values: FieldValues): string {
    if (!has(values, "authMechanism", "ExchangeServer")) return "";
    if (values.suppressXAnonymousTls === true) return ", between Exchange servers as well";
    return values.suppressXAnonymousTls === false ? ", Exchange servers still use X-ANONYMOUSTLS" : "";
}

function notKnown(name: string): string {
    return `not known: the server does not show ${name}`;
}
