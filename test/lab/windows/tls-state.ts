import type { RegistryHand } from "../registry/hand.js";
import { NET_KEYS, WINHTTP_KEYS } from "./keys.js";
import { CURVES, currentList, SUITES } from "./lists.js";
import { PROTOCOLS, type ProtocolState, protocolState } from "./protocols.js";

/** What a registry means for TLS, in a form that a test can compare as a whole. */
export interface TlsState {
    /** By protocol and role, e.g. `TLS 1.2 Server`. */
    readonly protocols: Readonly<Record<string, ProtocolState>>;
    /** By key and value; null: absent, so that each program has its own default. */
    readonly net: Readonly<Record<string, number | null>>;
    readonly winHttp: Readonly<Record<string, number | null>>;
    readonly suites: readonly string[];
    readonly curves: readonly string[];
    /** The list of suites comes from a policy. */
    readonly byPolicy: boolean;
}

export function tlsState(hand: RegistryHand, build: string): TlsState {
    const protocols = PROTOCOLS.flatMap((protocol) =>
        (["Client", "Server"] as const).map(
            (role) => [`${protocol} ${role}`, protocolState(hand, build, protocol, role)] as const,
        ),
    );
    const dwords = (keys: readonly string[], names: readonly string[]) =>
        Object.fromEntries(
            keys.flatMap((key) => names.map((name) => [`${key}\\${name}`, hand.dword(key, name) ?? null] as const)),
        );
    return {
        protocols: Object.fromEntries(protocols),
        net: dwords(NET_KEYS, ["SchUseStrongCrypto", "SystemDefaultTlsVersions"]),
        winHttp: dwords(WINHTTP_KEYS, ["DefaultSecureProtocols"]),
        suites: currentList(SUITES, hand, build),
        curves: currentList(CURVES, hand, build),
        byPolicy: SUITES.policy(hand) !== undefined,
    };
}
