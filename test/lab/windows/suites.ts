import type { WindowsName } from "./build.js";

/** A both-sizes pair, the longer key first, as most of the lists have them. */
const pair = (before: string, long: string, short: string) => [`${before}${long}`, `${before}${short}`];

const TLS13 = ["TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"];
const gcm = (kind: string) => pair(`TLS_${kind}_WITH_AES_`, "256_GCM_SHA384", "128_GCM_SHA256");
const cbcSha2 = (kind: string) => pair(`TLS_${kind}_WITH_AES_`, "256_CBC_SHA384", "128_CBC_SHA256");
const cbcSha = (kind: string) => pair(`TLS_${kind}_WITH_AES_`, "256_CBC_SHA", "128_CBC_SHA");
const RSA_SHA256 = pair("TLS_RSA_WITH_AES_", "256_CBC_SHA256", "128_CBC_SHA256");
const DSS_SHA256 = pair("TLS_DHE_DSS_WITH_AES_", "256_CBC_SHA256", "128_CBC_SHA256");
const TRIPLE_DES = "TLS_RSA_WITH_3DES_EDE_CBC_SHA";
const RC4 = ["TLS_RSA_WITH_RC4_128_SHA", "TLS_RSA_WITH_RC4_128_MD5"];
/** In the list, but used only where an application asks for them. */
const NULLS = ["TLS_RSA_WITH_NULL_SHA256", "TLS_RSA_WITH_NULL_SHA"];
const DSS = [...DSS_SHA256, ...cbcSha("DHE_DSS"), "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA"];

const ECDHE = ["ECDHE_ECDSA", "ECDHE_RSA"];
const ecdheGcm = ECDHE.flatMap(gcm);
const ecdheCbc = [...ECDHE.flatMap(cbcSha2), ...ECDHE.flatMap(cbcSha)];
const rsa = [...gcm("RSA"), ...RSA_SHA256, ...cbcSha("RSA")];

const WS2019 = [...ecdheGcm, ...gcm("DHE_RSA"), ...ecdheCbc, ...rsa, TRIPLE_DES, ...NULLS];

/** Names with a curve behind them; there is no ECDHE_RSA with GCM. Which curve goes with which is synthetic. */
function suffixed(names: readonly string[], curves: readonly string[]): string[] {
    return names.flatMap((name) => curves.map((curve) => `${name}_${curve}`));
}
const BOTH = ["P256", "P384"];
const WS2012R2 = [
    ...suffixed(["TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"], ["P384"]),
    ...suffixed(["TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", ...cbcSha("ECDHE_RSA")], BOTH),
    ...gcm("DHE_RSA"),
    ...cbcSha("DHE_RSA"),
    ...rsa,
    ...suffixed(["TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"], ["P384"]),
    ...suffixed(["TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"], BOTH),
    ...suffixed(["TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"], ["P384"]),
    ...suffixed(["TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", ...cbcSha("ECDHE_ECDSA")], BOTH),
    ...DSS,
    TRIPLE_DES,
    ...RC4,
    ...NULLS,
    "SSL_CK_RC4_128_WITH_MD5",
    "SSL_CK_DES_192_EDE3_CBC_WITH_MD5",
];

/** Sheet 3: the lists as Windows brings them. */
export const DEFAULT_SUITES: Readonly<Partial<Record<WindowsName, readonly string[]>>> = {
    "WS2012 R2": WS2012R2,
    WS2016: [...WS2019.filter((name) => !NULLS.includes(name)), ...cbcSha("DHE_RSA"), ...DSS, ...RC4, ...NULLS],
    WS2019,
    WS2022: [...TLS13, ...WS2019],
    WS2025: [...TLS13, ...WS2019].filter((name) => name !== TRIPLE_DES && !gcm("DHE_RSA").includes(name)),
};

/** Known to that Windows, but not on its list. */
export const OTHER_SUITES: Readonly<Partial<Record<WindowsName, readonly string[]>>> = {
    WS2019: [...cbcSha("DHE_RSA"), ...DSS, ...RC4],
    WS2022: ["TLS_CHACHA20_POLY1305_SHA256"],
    WS2025: ["TLS_CHACHA20_POLY1305_SHA256"],
};

/** Sheet 15: what Exchange's guidance leaves. */
export const EXCHANGE_SUITES = [...ecdheGcm, ...ECDHE.flatMap(cbcSha2)];
export const TLS13_SUITES = TLS13;

/** Sheet 3, from WS2016 on; before, suites carry the curve's name. */
export const DEFAULT_CURVES = ["curve25519", "NistP256", "NistP384"];
export const OTHER_CURVES = ["NistP521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1", "secP256k1"];
