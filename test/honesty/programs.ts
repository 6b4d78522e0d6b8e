import fc from "fast-check";
import { schannelSettings } from "../conformance/driver/place";
import type { Program } from "../conformance/driver/stack";
import type { Resource } from "../conformance/driver/together";
import type { Sample } from "../conformance/sample";
import type { Subject } from "../conformance/subject";
import { receiveConnector } from "../conformance/subjects/receive-connector";
import { sendConnector } from "../conformance/subjects/send-connector";
import { transportConfig } from "../conformance/subjects/transport-config";
import type { Preset } from "../lab/index.js";

/** Servers of the lab's organisations. */
export const SERVERS: Readonly<Record<Preset, readonly string[]>> = {
    single: ["EX01"],
    dag: ["EX01", "EX02", "EX03", "EX04"],
    edge: ["EDGE01"],
    hybrid: ["EX01", "EX02"],
    legacy: ["EX10"],
    se: ["EX01"],
};

const DOMAINS = ["fabrikam.com", "woodgrove.example", "partner-01.example", "Partner-07.example"];
/** Few, so that renames and hands meet what is there; each resource has its own, because no two may swap theirs. */
const NAMES_OF = { a: ["K one", "K (three) – $x'"], b: ["K two", "K [4]"] } as const;
export const NAMES = Object.values(NAMES_OF).flat();
type Slot = keyof typeof NAMES_OF;
const adopt = fc.constantFrom(undefined, undefined, true, true, "own");

const defined = (program: Program): Program =>
    Object.fromEntries(Object.entries(program).filter(([, value]) => value !== undefined));

/** Some properties of a kind with one of the values that its samples have, and what they need beside them. */
function properties({ samples }: Subject, most: number): fc.Arbitrary<Program> {
    const rows = Object.entries(samples).flatMap(([field, one]) =>
        [one]
            .flat()
            .filter((sample): sample is Sample => !("place" in sample) && !["name", "server"].includes(field))
            .flatMap(({ from, to, beside }) =>
                [from, to].map(({ program }): Program => ({ ...beside?.program, [field]: program })),
            ),
    );
    return fc
        .array(fc.constantFrom(...rows), { maxLength: most })
        .map((some) => Object.assign({}, ...some.toReversed()) as Program);
}

function send(slot: Slot): fc.Arbitrary<Program> {
    return fc
        .record({
            own: fc.record({ name: fc.constantFrom(...NAMES_OF[slot]), adopt }).map(defined),
            addressSpaces: fc.subarray(["fabrikam.com", "*.fabrikam.net;5", "woodgrove.example"], { minLength: 1 }),
            more: properties(sendConnector, 4),
        })
        .map(({ own, addressSpaces, more }) => ({ addressSpaces, ...more, ...own }));
}

function receive(slot: Slot, servers: readonly string[]): fc.Arbitrary<Program> {
    return fc
        .record({
            own: fc
                .record({ name: fc.constantFrom(...NAMES_OF[slot]), server: fc.constantFrom(...servers), adopt })
                .map(defined),
            port: fc.constantFrom(25, 2526, 2527),
            remoteIpRanges: fc.subarray(["203.0.113.0/26", "198.51.100.7", "2001:db8::/32"], { minLength: 1 }),
            more: properties(receiveConnector, 4),
        })
        .map(({ own, port, remoteIpRanges, more }) => ({
            ...(servers[0] === "EX10" || servers[0] === "EDGE01" ? {} : { transportRole: "FrontendTransport" }),
            bindings: [`0.0.0.0:${port}`],
            remoteIpRanges,
            ...more,
            ...own,
        }));
}

function lists(): fc.Arbitrary<Program> {
    const list = fc.option(fc.subarray(DOMAINS), { nil: undefined });
    const mode = fc.constantFrom("merge", "merge", "merge", "exact");
    return fc
        .record({ send: list, receive: list, sendMode: mode, adopt: fc.constantFrom(undefined, undefined, "own") })
        .map(({ send: sent, receive: received, sendMode, adopt: own }) =>
            defined({
                tlsSendDomainSecureList: sent,
                tlsReceiveDomainSecureList: received,
                adopt: own,
                ...(sendMode === "exact" && { listModes: { tlsSendDomainSecureList: "exact" } }),
            }),
        );
}

const state = fc.constantFrom("enabled", "disabled", "default", "unmanaged");
const some = (inner: Record<string, fc.Arbitrary<unknown>>) => fc.record(inner, { requiredKeys: [] });

/** Without `force`: switching old protocols off waits for a restart after TLS 1.2 was switched on (G1). */
function settings(): fc.Arbitrary<Program> {
    return some({
        protocols: some({ "TLS 1.0": state, "TLS 1.1": state, "TLS 1.2": fc.constantFrom("enabled", "default") }),
        hashes: some({ MD5: state, SHA: state }),
        dotNet: some({ strongCrypto: fc.boolean(), systemDefaultTlsVersions: fc.boolean() }),
        eventLogging: fc.constantFrom(1, 7, "default"),
        repair: fc.boolean(),
    });
}

/** A program: which resources there are, and what each declares. */
export function programs(preset: Preset): fc.Arbitrary<readonly Resource[]> {
    const servers = SERVERS[preset];
    const slot = (kind: Resource[0], name: string, program: fc.Arbitrary<Program>) =>
        fc.option(
            program.map((one): Resource => [kind, name, one]),
            { nil: undefined, freq: 2 },
        );
    return fc
        .tuple(
            slot(sendConnector.kind, "send-a", send("a")),
            slot(sendConnector.kind, "send-b", send("b")),
            slot(receiveConnector.kind, "receive-a", receive("a", servers)),
            slot(receiveConnector.kind, "receive-b", receive("b", servers)),
            slot(transportConfig.kind, "lists-a", lists()),
            slot(transportConfig.kind, "lists-b", lists()),
            slot(schannelSettings, "settings", settings()),
        )
        .map((slots) => slots.filter((one) => one !== undefined))
        .filter(
            (program) =>
                !program.some(isExact) || program.filter(([kind]) => kind === transportConfig.kind).length === 1,
        );
}

/** Two resources of which one says what else may be in a list contradict each other in every run. */
export function isExact([, , program]: Resource): boolean {
    return JSON.stringify(program.listModes ?? {}).includes("exact");
}
