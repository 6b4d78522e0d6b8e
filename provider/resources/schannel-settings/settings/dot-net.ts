import type { Place } from "../registry/place";
import { type Setting, type Spelling, words } from "./setting";

/** .NET takes exactly 1 for yes; what counts where the value is absent depends on what each program targets (section 5). */
const SPELLING: Spelling = words([
    [true, [1]],
    [false, [0]],
    ["default", [null]],
]);

const VERSIONS = { v4: "v4.0.30319", v2: "v2.0.50727" } as const;
export type DotNetVersion = keyof typeof VERSIONS;

const VALUES = { strongCrypto: "SchUseStrongCrypto", systemDefaultTlsVersions: "SystemDefaultTlsVersions" } as const;
export type DotNetValue = keyof typeof VALUES;

const NODES = { "64-bit": 64, "32-bit": 32 } as const;

function place(version: DotNetVersion, node: keyof typeof NODES, value: DotNetValue): Place {
    return {
        view: NODES[node],
        key: `SOFTWARE\\Microsoft\\.NETFramework\\${VERSIONS[version]}`,
        name: VALUES[value],
    };
}

const DOCS: Readonly<Record<DotNetValue, string>> = {
    strongCrypto:
        "SchUseStrongCrypto of .NET programs: outbound connections drop known weak algorithms. true writes 1, false 0, default removes the value.",
    systemDefaultTlsVersions:
        "SystemDefaultTlsVersions of .NET programs: Windows chooses the TLS versions, not the framework. true writes 1, false 0, default removes the value.",
};

/** Eight settings: two versions, two nodes, two values (section 1.3). */
export const dotNet: readonly Setting[] = (["v4", "v2"] as const).flatMap((version) =>
    (["64-bit", "32-bit"] as const).flatMap((node) =>
        (["strongCrypto", "systemDefaultTlsVersions"] as const).map(
            (value): Setting => ({
                path: ["dotNet", version, node, value],
                values: [{ place: place(version, node, value), kind: "DWord", meaning: "exact" }],
                spelling: SPELLING,
                doc: DOCS[value],
            }),
        ),
    ),
);

/** Places of all values of one version, or of both. */
export function dotNetPlaces(version?: DotNetVersion): readonly Place[] {
    return dotNet
        .filter(({ path }) => version === undefined || path[1] === version)
        .flatMap(({ values }) => values.map((row) => row.place));
}
