import { isWithin, type Product } from "../model/product.js";
import type { RegistryHand } from "../registry/hand.js";
import { isAtLeast } from "./build.js";
import { NET_4, SCHANNEL, SUITES_LOCAL } from "./keys.js";
import { EXCHANGE_SUITES, TLS13_SUITES } from "./suites.js";

export interface Installed {
    readonly product: Product;
    /** `Version 15.2 (Build 1748.10)` */
    readonly version: string;
    readonly windowsBuild: string;
    /** An older cumulative update was there first. */
    readonly upgraded: boolean;
}

const CU14 = 1544;
const CU15 = 1748;

/** Sheet 6: Exchange 2013 and 2016 leave TLS as Windows has it, 2019 and SE set much of it. */
export function setUpExchange(hand: RegistryHand, { product, version, windowsBuild, upgraded }: Installed): void {
    if (!isWithin(product, "2019", "SE")) return;
    const build = Number(/Build (\d+)/.exec(version)?.[1] ?? 0);
    for (const role of ["Client", "Server"]) {
        putProtocol(hand, `TLS 1.0\\${role}`, false);
        putProtocol(hand, `TLS 1.1\\${role}`, false);
        putProtocol(hand, `TLS 1.2\\${role}`, true);
    }
    for (const name of ["AllowInsecureRenegoClients", "AllowInsecureRenegoServers"]) hand.setDword(SCHANNEL, name, 0);
    // The sheet names no keys: only those that Exchange runs on.
    for (const key of NET_4) {
        hand.setDword(key, "SystemDefaultTlsVersions", 1);
        if (build >= CU14 && !upgraded) hand.setDword(key, "SchUseStrongCrypto", 1);
    }
    for (const cipher of WEAK_CIPHERS) hand.setDword(`${SCHANNEL}\\Ciphers\\${cipher}`, "Enabled", 0);
    hand.setDword(`${SCHANNEL}\\Hashes\\MD5`, "Enabled", 0);
    const tls13 = build >= CU15 && isAtLeast(windowsBuild, "WS2022") ? TLS13_SUITES : [];
    hand.setTexts(SUITES_LOCAL, "Functions", [...tls13, ...EXCHANGE_SUITES]);
}

function putProtocol(hand: RegistryHand, key: string, isOn: boolean): void {
    hand.setDword(`${SCHANNEL}\\Protocols\\${key}`, "Enabled", isOn ? 1 : 0);
    hand.setDword(`${SCHANNEL}\\Protocols\\${key}`, "DisabledByDefault", isOn ? 0 : 1);
}

/** Sheet 15; what setup really writes was not to be had. */
const WEAK_CIPHERS = [
    ...["DES 56/56", "NULL", "RC2 40/128", "RC2 56/128", "RC2 128/128"],
    ...["RC4 40/128", "RC4 56/128", "RC4 64/128", "RC4 128/128", "Triple DES 168"],
];
