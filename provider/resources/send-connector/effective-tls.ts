import type { FieldValues } from "../values";

/** How well mail to one domain is protected: a higher rank is stronger. */
export interface TlsLevel {
    readonly rank: number;
    readonly words: string;
}

interface Row extends TlsLevel {
    when(values: FieldValues): boolean;
}

/** Reference sheet, section 4, "effective TLS": the first row that fits. */
const ROWS: readonly Row[] = [
    invalid("S3: requireTls with ignoreStartTls", (v) => v.requireTls === true && v.ignoreStartTls === true),
    invalid(
        "S1: domainSecureEnabled without DNS routing or STARTTLS",
        (v) => v.domainSecureEnabled === true && (v.ignoreStartTls === true || v.dnsRoutingEnabled === false),
    ),
    invalid(
        "S16: domainSecureEnabled through the front-end service",
        (v) => isSecure(v) && v.frontendProxyEnabled === true,
    ),
    invalid(
        "S4: tlsAuthLevel without requireTls or STARTTLS",
        (v) => typeof v.tlsAuthLevel === "string" && (v.ignoreStartTls === true || v.requireTls === false),
    ),
    invalid(
        "S17: forceHelo with requireTls or domainSecureEnabled",
        (v) => v.forceHelo === true && (v.requireTls === true || isSecure(v)),
    ),
    { rank: 0, words: "plain text always", when: (v) => v.ignoreStartTls === true || v.forceHelo === true },
    { rank: 1, words: "opportunistic TLS; any certificate accepted", when: (v) => v.requireTls === false },
    {
        rank: 3,
        words: "TLS mandatory, chain and revocation of the certificate checked",
        when: (v) => v.tlsAuthLevel === "CertificateValidation",
    },
    {
        rank: 4,
        words: "TLS mandatory, chain, revocation and name of the certificate checked",
        when: (v) => v.tlsAuthLevel === "DomainValidation",
    },
    { rank: 2, words: "TLS mandatory, no certificate check", when: () => true },
];

const MUTUAL: TlsLevel = { rank: 5, words: "mutual TLS" };

/** The level for a domain that stands, or does not stand, in tlsSendDomainSecureList. */
export function tlsLevel(values: FieldValues, listed: boolean): TlsLevel {
    const missing = ["requireTls", "ignoreStartTls", "domainSecureEnabled"].find((name) => values[name] === undefined);
    if (missing !== undefined) return { rank: 0, words: `not known: the server does not show ${missing}` };
    const row = ROWS.find(({ when }) => when(values)) as Row;
    if (row.rank >= 0 && listed && isSecure(values)) return MUTUAL;
    return row.rank === 4 ? { ...row, words: `${row.words} (${nameChecked(values)})` } : row;
}

/** What the connector means for TLS, in words. */
export function effectiveTls(values: FieldValues): string {
    const { rank, words } = tlsLevel(values, false);
    const mutual = rank >= 0 && isSecure(values);
    return mutual ? `${MUTUAL.words} with the domains in tlsSendDomainSecureList; with others: ${words}` : words;
}

function isSecure(values: FieldValues): boolean {
    return values.domainSecureEnabled === true;
}

function nameChecked({ tlsDomain }: FieldValues): string {
    return typeof tlsDomain === "string" ? tlsDomain : "the recipient's domain";
}

function invalid(why: string, when: Row["when"]): Row {
    return { rank: -1, words: `not valid (${why})`, when };
}
