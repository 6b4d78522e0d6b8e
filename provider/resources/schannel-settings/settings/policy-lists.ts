import type { Place } from "../registry/place";
import { namesIn, type Setting } from "./setting";

/** Lists of suites and curves; the policy's wins over everything (section 1.2). */
export const LISTS = ["cipherSuites", "curves"] as const;
export type ListName = (typeof LISTS)[number];

const POLICY = "SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002";
const LOCAL = "SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Configuration\\Local\\SSL\\00010002";
const VALUES: Readonly<Record<ListName, string>> = { cipherSuites: "Functions", curves: "EccCurves" };

/** Group policy's value. */
export function policyPlace(list: ListName): Place {
    return { view: 64, key: POLICY, name: VALUES[list] };
}

/** The list that the TLS cmdlets edit; written by them only, a direct edit is not supported (section 1.2). */
export function localPlace(list: ListName): Place {
    return { view: 64, key: LOCAL, name: VALUES[list] };
}

/** Longest text of the policy's suite list, in characters. */
export const POLICY_LIMIT = 1023;

export const policyLists: readonly Setting[] = [
    {
        path: ["cipherSuites", "policy"],
        values: [{ place: policyPlace("cipherSuites"), kind: "String", meaning: "names" }],
        spelling: {
            encode: (word) => [Array.isArray(word) ? word.join(",") : null],
            decode: ([data]) => (typeof data === "string" ? namesIn(data) : data === null ? "default" : undefined),
        },
        doc: "Order of the cipher suites as group policy writes it: one text, comma-separated, at most 1023 characters. Wins over the local list; from the next boot.",
    },
    {
        path: ["curves", "policy"],
        values: [{ place: policyPlace("curves"), kind: "MultiString", meaning: "names" }],
        spelling: {
            encode: (word) => [Array.isArray(word) ? word : null],
            decode: ([data]) => (Array.isArray(data) ? data : data === null ? "default" : undefined),
        },
        doc: "Order of the elliptic curves as group policy writes it. From the next boot. Windows Server 2016 and later.",
    },
];
