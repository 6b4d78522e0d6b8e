import type { RegistryCall } from "../../../provider/session/frames.js";
import { fold } from "../registry/fold.js";
import {
    CURRENT_VERSION,
    NEIGHBOURS,
    NET_KEYS,
    NET_SETUP,
    SCHANNEL,
    SUITES_LOCAL,
    SUITES_POLICY,
    WINHTTP_KEYS,
} from "../windows/keys.js";

/** Single values of sheet 1 that may be written; SCHANNEL may be as a tree. */
const WRITABLE: readonly (readonly [keys: readonly string[], names: readonly string[]])[] = [
    [NET_KEYS, ["SchUseStrongCrypto", "SystemDefaultTlsVersions"]],
    [WINHTTP_KEYS, ["DefaultSecureProtocols"]],
    [[SUITES_POLICY], ["Functions", "EccCurves"]],
];

/** Keys that a write makes where they are missing, so that they may go again once they are empty. */
const MADE = [...WINHTTP_KEYS, ...upTo("SOFTWARE\\Policies\\Microsoft\\Cryptography", SUITES_POLICY)];

/** Keys that may be read beside these, without what is below. */
const READABLE = [
    ...[SUITES_LOCAL, SUITES_POLICY, CURRENT_VERSION],
    ...[...NET_KEYS, ...MADE, ...NET_SETUP, ...NEIGHBOURS],
];

/** Why the agent won't touch this place. */
export function registryNotAllowed({ reg, hive, view, key, name }: RegistryCall): string | undefined {
    const verb: string = reg;
    if (!["get", "set", "delete"].includes(verb)) return "a registry call is get, set or delete";
    if ((hive as string) !== "HKLM") return "the registry is in reach below HKLM only";
    const path = view === 32 ? key.replace(/^SOFTWARE\\(?!Wow6432Node(?:\\|$))/i, "SOFTWARE\\Wow6432Node\\") : key;
    const allowed =
        fold(`${path}\\`).startsWith(fold(`${SCHANNEL}\\`)) ||
        (reg === "get" && isOneOf(READABLE, path)) ||
        (reg === "delete" && name === undefined && isOneOf(MADE, path)) ||
        WRITABLE.some(([keys, names]) => isOneOf(keys, path) && name !== undefined && isOneOf(names, name));
    return allowed ? undefined : `HKLM\\${key} isn't on the allow-list`;
}

function isOneOf(known: readonly string[], name: string): boolean {
    return known.some((one) => fold(one) === fold(name));
}

/** The key, and those above it, down from the outermost. */
function upTo(outermost: string, key: string): readonly string[] {
    return key === outermost ? [key] : [...upTo(outermost, key.replace(/\\[^\\]*$/, "")), key];
}
