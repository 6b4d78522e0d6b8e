import * as pulumi from "@pulumi/pulumi";
import { differenceIn } from "./difference-in";
import { inFull, isPlain, type PlainSettings } from "./schannel-in-full";
import type { SchannelProperties } from "./schannel-settings-properties";

/** What the baseline declares of these settings, for every Windows and Exchange that it is for. */
export const BASELINE_WORDS = {
    protocols: { "TLS 1.0": "disabled", "TLS 1.1": "disabled", "TLS 1.2": "enabled" },
    dotNet: { strongCrypto: true, systemDefaultTlsVersions: true },
} as const satisfies PlainSettings;

const NOT_MANAGED = "not managed";

type CountedPath = readonly [property: "protocols" | "dotNet", ...names: string[]];

/** Settings that count: those that Microsoft's script for Extended Protection compares between servers. */
const COUNTED: readonly CountedPath[] = [
    ...Object.keys(BASELINE_WORDS.protocols).flatMap((protocol) =>
        (["client", "server"] as const).map((role) => ["protocols", protocol, role] as const),
    ),
    ...Object.keys(BASELINE_WORDS.dotNet).map((name) => ["dotNet", "v4", name] as const),
];

/**
 * With Extended Protection on, servers whose TLS settings differ cannot proxy clients to each other.
 *
 * @throws pulumi.RunError where the servers' declarations differ in what counts, leave .NET's v4 values at anything but
 * true, or are known only later.
 */
export function refuseDifferences(settings: ReadonlyMap<string, SchannelProperties>): void {
    const late = lateOnes(settings);
    const problems = late.length > 0 ? late : COUNTED.flatMap((path) => problemsAt(path, settings));
    if (problems.length === 0) return;
    const lines = problems.map((text) => `\n    ${text}`).join("");
    throw new pulumi.RunError(
        `extendedProtection: true needs the same TLS settings on all servers, which otherwise cannot proxy clients to each other:${lines}\nDeclare them once for all servers. Where Extended Protection is off, leave extendedProtection out.`,
    );
}

function lateOnes(settings: ReadonlyMap<string, SchannelProperties>): readonly string[] {
    return (["protocols", "dotNet"] as const).flatMap((property) => {
        const servers = [...settings].filter(([, own]) => !isPlain(own[property])).map(([server]) => server);
        if (servers.length === 0) return [];
        return [
            `${property} of ${servers.join(", ")} is the output of another resource: write plain values, so that servers can be compared before anything is written`,
        ];
    });
}

function problemsAt(path: CountedPath, settings: ReadonlyMap<string, SchannelProperties>): readonly string[] {
    const said = [...settings].map(([server, own]) => [server, wordAt(path, own)] as const);
    const at = path.join(".");
    const difference = differenceIn(said);
    if (difference !== undefined) return [`${at}: ${difference}`];
    const [word = NOT_MANAGED] = said.map(([, one]) => one);
    if (path[0] === "protocols" || word === "true" || word === NOT_MANAGED) return [];
    return [`${at}: ${word} on ${[...settings.keys()].join(", ")}; Extended Protection needs true`];
}

/** What is declared of a setting; the baseline's word where nothing else is. */
function wordAt([property, ...names]: CountedPath, own: SchannelProperties): string {
    const declared = follow(inFull(property, own[property]), names);
    const baseline = own.baseline === undefined ? undefined : follow(inFull(property, BASELINE_WORDS[property]), names);
    const word = declared ?? baseline ?? NOT_MANAGED;
    return word === "unmanaged" ? NOT_MANAGED : String(word);
}

function follow(value: unknown, path: readonly string[]): unknown {
    return path.reduce<unknown>(
        (inner, name) =>
            typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
        value,
    );
}
