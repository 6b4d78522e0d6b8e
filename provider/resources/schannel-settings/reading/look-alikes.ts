import type { KeyPlace } from "../registry/place";
import { CIPHERS } from "../settings/names";
import { schannel } from "../settings/schannel";

/** A key that looks like a cipher's and that SCHANNEL does not heed (section 12). */
export interface LookAlike {
    /** Innermost first: the keys that go, each once it is empty. */
    readonly keys: readonly KeyPlace[];
    readonly what: string;
}

const DIVISION_SLASH = "\u2215";
const withSlash = CIPHERS.filter((name) => name.includes("/"));

/** `RC4 40` > `128`, as `New-Item -Force` and the registry provider make it. */
const nested = withSlash.map((name): LookAlike => {
    const [outer = "", inner = ""] = name.split("/");
    return {
        keys: [schannel("Ciphers", outer, inner), schannel("Ciphers", outer)],
        what: `two nested keys in place of the one key '${name}'`,
    };
});

const divided = withSlash.map(
    (name): LookAlike => ({
        keys: [schannel("Ciphers", name.replace("/", DIVISION_SLASH))],
        what: `a division slash (U+2215) in place of the slash of '${name}'`,
    }),
);

/** The name before Vista, whole and nested: the nested one lies below the real key, which stays. */
const oldTripleDes: readonly LookAlike[] = [
    { keys: [schannel("Ciphers", "Triple DES 168/168")], what: "the name that 'Triple DES 168' had before Vista" },
    {
        keys: [schannel("Ciphers", "Triple DES 168", "168")],
        what: "a nested key in place of the name that 'Triple DES 168' had before Vista",
    },
];

/** Look-alikes whose contents are read, so that they can be removed. */
export const LOOK_ALIKES: readonly LookAlike[] = [...nested, ...divided, ...oldTripleDes];

/** Names that SCHANNEL no longer heeds and that old tools write: no look-alikes (sections 1.1 and 15). */
const INERT = ["PCT 1.0", "Multi-Protocol Unified Hello", "RC2 56/56"];

/** Name without what is easily mistaken: spaces, case, and whatever looks like a slash. */
function skeleton(name: string): string {
    return name
        .replaceAll(/[\u2044\u2215\u29f8\uff0f\u2571]/g, "/")
        .replaceAll(/\s/g, "")
        .toLowerCase();
}

/** Subkeys that nobody heeds because their name is only nearly one of `names`. */
export function nearly(subKeys: readonly string[], names: readonly string[]): readonly string[] {
    const real = new Set([...names, ...INERT].map((name) => name.toLowerCase()));
    const skeletons = new Set(names.map(skeleton));
    return subKeys.filter((name) => !real.has(name.toLowerCase()) && skeletons.has(skeleton(name)));
}
