/** Names of the subkeys of `Protocols` (sections 1.1 and 3). */
export const PROTOCOLS = [
    "SSL 2.0",
    "SSL 3.0",
    "TLS 1.0",
    "TLS 1.1",
    "TLS 1.2",
    "TLS 1.3",
    "DTLS 1.0",
    "DTLS 1.2",
] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** `client`: outbound. `server`: inbound. Exchange is both (section 7, hazard 2). */
export const ROLES = ["client", "server"] as const;
export type Role = (typeof ROLES)[number];

/** Versions that Microsoft asks to switch off, and that old clients still need. */
export const OLD_PROTOCOLS = ["TLS 1.0", "TLS 1.1"] as const satisfies readonly Protocol[];

/** Names of the subkeys of `Ciphers`. A slash belongs to the name (section 12). */
export const CIPHERS = [
    "AES 128/128",
    "AES 256/256",
    "DES 56/56",
    "NULL",
    "RC2 40/128",
    "RC2 56/128",
    "RC2 128/128",
    "RC4 40/128",
    "RC4 56/128",
    "RC4 64/128",
    "RC4 128/128",
    "Triple DES 168",
] as const;
export type Cipher = (typeof CIPHERS)[number];

/** Names of the subkeys of `Hashes`. */
export const HASHES = ["MD5", "SHA", "SHA256", "SHA384", "SHA512"] as const;
export type Hash = (typeof HASHES)[number];

/** Names of the subkeys of `KeyExchangeAlgorithms`. */
export const KEY_EXCHANGES = ["Diffie-Hellman", "ECDH", "PKCS"] as const;
export type KeyExchange = (typeof KEY_EXCHANGES)[number];

/** Bits of `DefaultSecureProtocols` (section 1.4). */
export const WIN_HTTP_BITS = {
    "SSL 2.0": 0x8,
    "SSL 3.0": 0x20,
    "TLS 1.0": 0x80,
    "TLS 1.1": 0x200,
    "TLS 1.2": 0x800,
    "TLS 1.3": 0x2000,
} as const;
export type WinHttpProtocol = keyof typeof WIN_HTTP_BITS;

export function keysOf<T extends object>(object: T): readonly (keyof T & string)[] {
    return Object.keys(object) as (keyof T & string)[];
}
