import type { Place } from "../registry/place";
import { CIPHERS, HASHES, KEY_EXCHANGES } from "./names";
import { schannel } from "./schannel";
import { type Setting, type Spelling, words } from "./setting";

/** KB245030: unlike a protocol, an algorithm that is on says 0xffffffff (section 2.2). */
export const ALGORITHM_ON = 0xffffffff;

const SPELLING: Spelling = words([
    ["enabled", [ALGORITHM_ON]],
    ["disabled", [0]],
    ["default", [null]],
]);

/** Input property → subkey of SCHANNEL and the names below it. */
const FAMILIES = {
    ciphers: { key: "Ciphers", names: CIPHERS, what: "cipher" },
    hashes: { key: "Hashes", names: HASHES, what: "hash" },
    keyExchange: { key: "KeyExchangeAlgorithms", names: KEY_EXCHANGES, what: "key exchange" },
} as const;
export type AlgorithmFamily = keyof typeof FAMILIES;

export function algorithmPlace(family: AlgorithmFamily, name: string): Place {
    return { ...schannel(FAMILIES[family].key, name), name: "Enabled" };
}

export const algorithms: readonly Setting[] = (Object.keys(FAMILIES) as AlgorithmFamily[]).flatMap((family) =>
    FAMILIES[family].names.map(
        (name): Setting => ({
            path: [family, name],
            values: [{ place: algorithmPlace(family, name), kind: "DWord", meaning: "flag" }],
            spelling: SPELLING,
            doc: `Whether the ${FAMILIES[family].what} ${name} may be used: enabled writes 0xffffffff, disabled 0, default removes the value. A suite that needs a disabled one is not used.`,
        }),
    ),
);
