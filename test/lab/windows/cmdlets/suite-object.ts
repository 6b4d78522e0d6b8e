import type { LiveObject } from "../../cmdlets/context.js";

/** Numbers of IANA. */
const NUMBERS: Readonly<Record<string, number>> = {
    ...{ TLS_AES_128_GCM_SHA256: 0x1301, TLS_AES_256_GCM_SHA384: 0x1302, TLS_CHACHA20_POLY1305_SHA256: 0x1303 },
    ...{ TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: 0xc02c, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: 0xc02b },
    ...{ TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384: 0xc030, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: 0xc02f },
    ...{ TLS_DHE_RSA_WITH_AES_256_GCM_SHA384: 0x9f, TLS_DHE_RSA_WITH_AES_128_GCM_SHA256: 0x9e },
    ...{ TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384: 0xc024, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256: 0xc023 },
    ...{ TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384: 0xc028, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256: 0xc027 },
    ...{ TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA: 0xc00a, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA: 0xc009 },
    ...{ TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA: 0xc014, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA: 0xc013 },
    ...{ TLS_RSA_WITH_AES_256_GCM_SHA384: 0x9d, TLS_RSA_WITH_AES_128_GCM_SHA256: 0x9c },
    ...{ TLS_RSA_WITH_AES_256_CBC_SHA256: 0x3d, TLS_RSA_WITH_AES_128_CBC_SHA256: 0x3c },
    ...{ TLS_RSA_WITH_AES_256_CBC_SHA: 0x35, TLS_RSA_WITH_AES_128_CBC_SHA: 0x2f },
    ...{ TLS_RSA_WITH_3DES_EDE_CBC_SHA: 0x0a, TLS_RSA_WITH_NULL_SHA256: 0x3b, TLS_RSA_WITH_NULL_SHA: 0x02 },
    ...{ TLS_DHE_RSA_WITH_AES_256_CBC_SHA: 0x39, TLS_DHE_RSA_WITH_AES_128_CBC_SHA: 0x33 },
    ...{ TLS_DHE_DSS_WITH_AES_256_CBC_SHA256: 0x6a, TLS_DHE_DSS_WITH_AES_128_CBC_SHA256: 0x40 },
    ...{ TLS_DHE_DSS_WITH_AES_256_CBC_SHA: 0x38, TLS_DHE_DSS_WITH_AES_128_CBC_SHA: 0x32 },
    ...{ TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA: 0x13, TLS_RSA_WITH_RC4_128_SHA: 0x05, TLS_RSA_WITH_RC4_128_MD5: 0x04 },
};

const SSL3 = 768;
const TLS12 = 771;
const TLS13 = 772;
const OLD_TLS = [769, 770, TLS12];
const DTLS12 = 65_277;
const DTLS = [65_279, DTLS12];

/** Sheet 4. What the sheet does not tell of the values is synthetic; there is no property `Protocol`. */
export function suiteObject(name: string): LiveObject {
    const [, exchange = "", certificate = ""] = /^TLS_(ECDHE|DHE|RSA)_(?:(RSA|ECDSA|DSS)_)?WITH_/.exec(name) ?? [];
    const length = /RC4_128|AES_128/.test(name) ? 128 : name.includes("3DES") ? 168 : name.includes("NULL") ? 0 : 256;
    const hash = name.includes("GCM") ? "" : (/(SHA\d*|MD5)$/.exec(name)?.[1] ?? "").replace(/^SHA$/, "SHA1");
    const number = NUMBERS[name] ?? 0;
    return {
        KeyType: 0,
        Certificate: exchange === "RSA" ? "RSA" : certificate,
        MaximumExchangeLength: exchange === "ECDHE" || exchange === "" ? 65_536 : 16_384,
        MinimumExchangeLength: exchange === "DHE" ? 1024 : 0,
        Exchange: exchange.replace(/DHE$/, "DH"),
        HashLength: { SHA1: 160, SHA256: 256, SHA384: 384, MD5: 128 }[hash] ?? 0,
        Hash: hash,
        CipherBlockLength: name.includes("3DES") ? 8 : 16,
        CipherLength: length,
        BaseCipherSuite: number,
        CipherSuite: number,
        Cipher: /(3DES|RC4|NULL|CHACHA20_POLY1305)/.exec(name)?.[1] ?? "AES",
        Name: name,
        // A list of numbers, which goes over the wire as texts.
        Protocols: protocolsOf(name).map(String),
    };
}

function protocolsOf(name: string): readonly number[] {
    if (!name.includes("_WITH_")) return [TLS13];
    if (/GCM|SHA256|SHA384/.test(name)) return [TLS12, DTLS12];
    if (name.includes("RC4")) return [SSL3, ...OLD_TLS];
    return name.includes("ECDHE") ? [...OLD_TLS, ...DTLS] : [SSL3, ...OLD_TLS, ...DTLS];
}
