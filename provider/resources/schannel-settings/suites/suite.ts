import type { Cipher, Hash, KeyExchange } from "../settings/names";

/** What a suite is made of, as far as its name tells. */
export interface Suite {
    readonly name: string;
    readonly tls13: boolean;
    /** Algorithms whose SCHANNEL subkey can switch it off. */
    readonly cipher: Cipher | undefined;
    readonly hash: Hash | undefined;
    readonly keyExchange: KeyExchange | undefined;
    /** Key of the server's certificate. */
    readonly certificate: "ECDSA" | "RSA" | "DSS" | "any" | "none";
    /** On HTTP/2's block list: CBC, or no forward secrecy (section 4). */
    readonly blockedByHttp2: boolean;
}

const CIPHERS: readonly (readonly [RegExp, Cipher])[] = [
    [/_AES_128_/, "AES 128/128"],
    [/_AES_256_/, "AES 256/256"],
    [/_3DES_EDE_/, "Triple DES 168"],
    [/_RC4_128_/, "RC4 128/128"],
    [/_DES_CBC_/, "DES 56/56"],
    [/_NULL_/, "NULL"],
];
const HASH_ENDS: readonly (readonly [RegExp, Hash])[] = [
    [/_SHA256$/, "SHA256"],
    [/_SHA384$/, "SHA384"],
    [/_MD5$/, "MD5"],
    [/_SHA$/, "SHA"],
];
const EXCHANGES: readonly (readonly [RegExp, KeyExchange | undefined, Suite["certificate"]])[] = [
    [/^TLS_ECDHE_ECDSA_/, "ECDH", "ECDSA"],
    [/^TLS_ECDHE_RSA_/, "ECDH", "RSA"],
    [/^TLS_DHE_RSA_/, "Diffie-Hellman", "RSA"],
    [/^TLS_DHE_DSS_/, "Diffie-Hellman", "DSS"],
    // Only static RSA goes with PKCS (section 7, hazard 8).
    [/^TLS_RSA_WITH_/, "PKCS", "RSA"],
    [/^TLS_PSK_/, undefined, "none"],
];

/** Reads a name such as `TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384`, also with Windows Server 2012 R2's curve behind it. */
export function suiteOf(name: string): Suite {
    const plain = name.replace(/_P(256|384|521)$/, "");
    const tls13 = /^TLS_(AES|CHACHA20)_/.test(plain);
    const [, keyExchange, certificate] = EXCHANGES.find(([sign]) => sign.test(plain)) ?? [];
    return {
        name,
        tls13,
        cipher: CIPHERS.find(([sign]) => sign.test(plain))?.[1],
        hash: HASH_ENDS.find(([sign]) => sign.test(plain))?.[1],
        keyExchange: tls13 ? undefined : keyExchange,
        certificate: tls13 ? "any" : (certificate ?? "none"),
        blockedByHttp2: !tls13 && (!/_GCM_/.test(plain) || !/^TLS_(EC)?DHE_/.test(plain)),
    };
}

/**
 * Whether TLS 1.2 can use it with a certificate of Exchange's (RSA or ECDSA): it encrypts, and needs neither a shared key
 * nor an explicit request.
 */
export function servesTls12({ tls13, cipher, certificate }: Suite): boolean {
    const served = certificate === "RSA" || certificate === "ECDSA";
    return !tls13 && cipher !== undefined && cipher !== "NULL" && served;
}
