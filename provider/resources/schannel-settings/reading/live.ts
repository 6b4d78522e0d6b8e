import type { CallResult } from "../../../session/frames";
import { type KeyPlace, keyId, type Place } from "../registry/place";
import type { Found } from "../registry/raw";
import { type Windows, windowsOf } from "../versions/windows";
import { READ_COUNT, READ_KEYS_COUNT } from "./calls";
import { type KeyState, keyStateOf, valueIn } from "./key-state";
import { CURRENT_VERSION, DOT_NET_SETUP, READ_KEYS } from "./keys";
import { type Machine, machineOf } from "./machine";

/** Suites that are on by policy or locally, most wanted first; where they cannot be asked, why. */
export type ActiveSuites =
    | { readonly known: true; readonly names: readonly string[] }
    | { readonly known: false; readonly why: string };

/** Everything that was read of one server. */
export interface Live {
    /** Undefined where the boot time could not be read: nothing is written then. */
    readonly machine: Machine | undefined;
    /** `CurrentBuild`; undefined where it could not be read. */
    readonly build: number | undefined;
    /** Undefined for a build that this package does not know: nothing is written then. */
    readonly windows: Windows | undefined;
    /** `CurrentBuild.UBR`, e.g. `20348.2227`. */
    readonly buildText: string;
    /** `Release` of the .NET Framework. */
    readonly dotNet: number | undefined;
    readonly suites: ActiveSuites;
    readonly keys: ReadonlyMap<string, KeyState>;
}

/** Understands the answers to `readCalls()`, in their order. */
export function liveOf(results: readonly CallResult[]): Live {
    const keys = new Map(READ_KEYS.map((place, index) => [keyId(place), keyStateOf(results[index])]));
    const version = keys.get(keyId(CURRENT_VERSION));
    const build = numberOf(valueIn(version, "CurrentBuild"));
    const revision = numberOf(valueIn(version, "UBR"));
    return {
        machine: machineOf(results[READ_COUNT - 1]),
        build,
        windows: windowsOf(build),
        buildText: [build, revision].filter((part) => part !== undefined).join("."),
        dotNet: numberOf(valueIn(keys.get(keyId(DOT_NET_SETUP)), "Release")),
        suites: suitesOf(results[READ_KEYS_COUNT]),
        keys,
    };
}

export function keyAt({ keys }: Live, place: KeyPlace): KeyState | undefined {
    return keys.get(keyId(place));
}

export function valueAt(live: Live, place: Place): Found {
    return valueIn(keyAt(live, place), place.name);
}

function numberOf(found: Found): number | undefined {
    if (found.found !== "present") return undefined;
    const { data } = found.raw;
    const number = typeof data === "string" && /^\d+$/.test(data) ? Number(data) : data;
    return typeof number === "number" ? number : undefined;
}

function suitesOf(result: CallResult | undefined): ActiveSuites {
    if (result === undefined || "skipped" in result) return { known: false, why: "no answer came" };
    if (!result.ok) return { known: false, why: result.error.message };
    const names = result.out.map(({ Name }) => Name).filter((name) => typeof name === "string");
    return names.length === 0 ? { known: false, why: "Get-TlsCipherSuite named none" } : { known: true, names };
}
