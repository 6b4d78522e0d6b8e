import { NET_2, NET_4, type RegistryHand, SCHANNEL } from "../lab/index.js";

/** Takes away what Exchange's setup wrote, so that every setting is Windows' own; keys and strangers' values stay. */
export function clear(hand: RegistryHand): void {
    for (const family of ["Ciphers", "Hashes", "KeyExchangeAlgorithms", "Protocols"]) {
        for (const name of hand.keys(`${SCHANNEL}\\${family}`)) hand.removeTree(`${SCHANNEL}\\${family}\\${name}`);
    }
    for (const name of ["AllowInsecureRenegoClients", "AllowInsecureRenegoServers"]) hand.remove(SCHANNEL, name);
    for (const key of [...NET_4, ...NET_2]) {
        for (const name of ["SchUseStrongCrypto", "SystemDefaultTlsVersions"]) hand.remove(key, name);
    }
}
