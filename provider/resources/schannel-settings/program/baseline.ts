import { EXCHANGE_CURVES, EXCHANGE_SUITES } from "../suites/windows-lists";
import type { Exchange, Generation } from "../versions/exchange";
import type { Windows } from "../versions/windows";
import type { SchannelInputs } from "./inputs";

/** R: required by Exchange guidance. O: hardening that the guidance recommends (section 15). */
export type Tier = "R" | "O";

interface Row {
    readonly tier: Tier;
    readonly settings: SchannelInputs;
    /** Generations and builds of Windows that it is for; all where nothing is said. */
    readonly exchange?: readonly Generation[];
    readonly windows?: readonly number[];
}

/** Exchange → builds of Windows that section 15 has a column for. */
const COLUMNS: Readonly<Partial<Record<Generation, readonly number[]>>> = {
    "2016": [9600, 14393],
    "2019 before CU15": [17763, 20348],
    "2019 CU15 or SE": [17763, 20348, 26100],
};

const OFF = "disabled";

/**
 * Section 15, without what it marks X, what it leaves to choice (PKCS, WinHTTP), and what Exchange 2019's setup chose
 * itself (suites and curves). TLS 1.3 stays as Windows has it where Exchange supports it: on, and HealthChecker would
 * print a red line for writing so (section 13).
 */
export const ROWS: readonly Row[] = [
    { tier: "R", settings: { protocols: { "TLS 1.2": "enabled" } } },
    { tier: "R", settings: { protocols: { "TLS 1.0": OFF, "TLS 1.1": OFF } } },
    {
        tier: "R",
        settings: { protocols: { "TLS 1.3": OFF } },
        exchange: ["2019 before CU15"],
        windows: [20348],
    },
    { tier: "R", settings: { protocols: { "SSL 2.0": OFF, "SSL 3.0": OFF } }, windows: [9600] },
    { tier: "O", settings: { protocols: { "SSL 2.0": OFF, "SSL 3.0": OFF } } },
    { tier: "R", settings: { dotNet: { v4: { strongCrypto: true, systemDefaultTlsVersions: true } } } },
    { tier: "O", settings: { dotNet: { v2: { strongCrypto: true, systemDefaultTlsVersions: true } } } },
    { tier: "R", settings: { renegotiation: { allowInsecureClients: false, allowInsecureServers: false } } },
    {
        tier: "R",
        settings: {
            ciphers: {
                "DES 56/56": OFF,
                NULL: OFF,
                "RC2 40/128": OFF,
                "RC2 56/128": OFF,
                "RC2 128/128": OFF,
                "RC4 40/128": OFF,
                "RC4 56/128": OFF,
                "RC4 64/128": OFF,
                "RC4 128/128": OFF,
                "Triple DES 168": OFF,
            },
            hashes: { MD5: OFF },
        },
    },
    { tier: "O", settings: { keySizes: { diffieHellman: { clientMin: 2048, serverMin: 2048 } } } },
    {
        tier: "R",
        settings: { cipherSuites: { order: [...EXCHANGE_SUITES] }, curves: { order: [...EXCHANGE_CURVES] } },
        exchange: ["2016"],
        windows: [14393],
    },
];

export type Baseline =
    | { readonly ok: true; readonly rows: readonly Row[] }
    | { readonly ok: false; readonly why: string };

/** The rows for a server, or why there are none. */
export function exchangeBaseline(windows: Windows, exchange: Exchange): Baseline {
    if (COLUMNS[exchange.generation]?.includes(windows.build) !== true) {
        const why = `there is no baseline for Exchange ${exchange.generation} on ${windows.name}: declare the settings one by one`;
        return { ok: false, why };
    }
    const rows = ROWS.filter(
        (row) =>
            (row.exchange?.includes(exchange.generation) ?? true) && (row.windows?.includes(windows.build) ?? true),
    );
    return { ok: true, rows };
}
