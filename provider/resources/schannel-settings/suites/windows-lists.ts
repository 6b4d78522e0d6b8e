/** Section 3, "default cipher suite lists": names only, in their order. */
const pair = (kind: string, ends: readonly [string, string]) => ends.map((end) => `TLS_${kind}_WITH_AES_${end}`);
const GCM = ["256_GCM_SHA384", "128_GCM_SHA256"] as const;
const CBC2 = ["256_CBC_SHA384", "128_CBC_SHA256"] as const;
const CBC_SHA = ["256_CBC_SHA", "128_CBC_SHA"] as const;

const TLS13 = ["TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"];
const ECDHE_GCM = [...pair("ECDHE_ECDSA", GCM), ...pair("ECDHE_RSA", GCM)];
const DHE_GCM = pair("DHE_RSA", GCM);
const ECDHE_CBC = [
    ...pair("ECDHE_ECDSA", CBC2),
    ...pair("ECDHE_RSA", CBC2),
    ...pair("ECDHE_ECDSA", CBC_SHA),
    ...pair("ECDHE_RSA", CBC_SHA),
];
const RSA = [...pair("RSA", GCM), ...pair("RSA", ["256_CBC_SHA256", "128_CBC_SHA256"]), ...pair("RSA", CBC_SHA)];
const TRIPLE_DES = ["TLS_RSA_WITH_3DES_EDE_CBC_SHA"];
/** On request only, or off, but known to Windows. */
const OTHERS = [
    "TLS_RSA_WITH_NULL_SHA256",
    "TLS_RSA_WITH_NULL_SHA",
    ...pair("DHE_RSA", CBC_SHA),
    ...pair("DHE_DSS", ["256_CBC_SHA256", "128_CBC_SHA256"]),
    ...pair("DHE_DSS", CBC_SHA),
    "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA",
    "TLS_RSA_WITH_RC4_128_SHA",
    "TLS_RSA_WITH_RC4_128_MD5",
];

const before13 = [...ECDHE_GCM, ...DHE_GCM, ...ECDHE_CBC, ...RSA, ...TRIPLE_DES, ...OTHERS];
const with13 = [...TLS13, ...before13, "TLS_CHACHA20_POLY1305_SHA256"];

/** Names of Windows Server 2012 R2 carry a curve where one is used, and there is no ECDHE_RSA with GCM. */
const withCurves = [...pair("ECDHE_ECDSA", GCM), ...ECDHE_CBC].flatMap((name) =>
    ["P256", "P384", "P521"].map((curve) => `${name}_${curve}`),
);

/** Build → suites that Windows knows, on or off. */
const KNOWN_SUITES: Readonly<Record<number, readonly string[]>> = {
    9600: [...withCurves, ...DHE_GCM, ...RSA, ...TRIPLE_DES, ...OTHERS],
    14393: before13,
    17763: before13,
    20348: with13,
    26100: with13,
};

/** Whether Microsoft's list for a build of Windows has the suite. */
export function isKnownSuite(build: number, name: string): boolean {
    return KNOWN_SUITES[build]?.includes(name) === true;
}

/** Curves of Windows Server 2016 and later where nobody set an order (section 3). */
export const DEFAULT_CURVES = ["curve25519", "NistP256", "NistP384"] as const;

/** Windows' spelling of one of these curves; undefined for a name that is none of them or spelled so. */
export function otherSpellingOf(curve: string): string | undefined {
    return DEFAULT_CURVES.find((name) => name !== curve && name.toLowerCase() === curve.toLowerCase());
}

/** TLS 1.2 suites of Microsoft's guidance for Exchange, in order (section 15). */
export const EXCHANGE_SUITES: readonly string[] = [
    ...ECDHE_GCM,
    ...pair("ECDHE_ECDSA", CBC2),
    ...pair("ECDHE_RSA", CBC2),
];

/** Curves of the same guidance: NIST's only, for FIPS (section 7, hazard 11). */
export const EXCHANGE_CURVES: readonly string[] = ["NistP384", "NistP256"];
