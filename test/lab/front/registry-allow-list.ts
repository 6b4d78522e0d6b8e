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

/** What may be written: SCHANNEL as a tree, elsewhere single values of sheet 1; keys are deleted in SCHANNEL only. */
const VALUES: readonly (readonly [keys: readonly string[], names: readonly string[]])[] = [
    [NET_KEYS, ["SchUseStrongCrypto", "SystemDefaultTlsVersions"]],
    [WINHTTP_KEYS, ["DefaultSecureProtocols"]],
];

/** What may be read beside it, with all below. */
const READABLE = [
    ...[SCHANNEL, SUITES_LOCAL, SUITES_POLICY, CURRENT_VERSION],
    ...[...NET_KEYS, ...WINHTTP_KEYS, ...NET_SETUP, ...NEIGHBOURS],
];

/** Why the agent won't touch this place. */
export function registryNotAllowed({ reg, view, key, name }: RegistryCall): string | undefined {
    const path = view === 32 ? key.replace(/^SOFTWARE\\(?!Wow6432Node(?:\\|$))/i, "SOFTWARE\\Wow6432Node\\") : key;
    const read = reg === "get" && READABLE.some((root) => isIn(path, root));
    const written = VALUES.some(
        ([keys, names]) => keys.some((one) => same(one, path)) && names.some((one) => same(one, name)),
    );
    return read || written || isIn(path, SCHANNEL) ? undefined : `HKLM\\${key} isn't on the allow-list`;
}

function same(a: string, b: string | undefined): boolean {
    return b !== undefined && fold(a) === fold(b);
}

function isIn(path: string, root: string): boolean {
    return fold(`${path}\\`).startsWith(fold(`${root}\\`));
}
