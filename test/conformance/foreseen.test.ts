import { expect } from "chai";
import { ReceiveConnector, SendConnector } from "../../provider/index";
import type { Kind } from "../../provider/resources/kind";
import type { LabOptions } from "../lab/index.js";
import { Place } from "./driver/place";
import { type Program, Stack } from "./driver/stack";
import { succeed, written } from "./suite/bench";

type Typed = Readonly<Record<string, string | boolean | readonly string[]>>;

const send: Program = { name: "To Fax", addressSpaces: ["FAX:*;1", "fabrikam.com"] };
const relay = { name: "Relay", bindings: ["0.0.0.0:26"], remoteIpRanges: ["10.1.0.0/24"] };
const typed = { Name: "Relay", Bindings: ["0.0.0.0:26"], RemoteIPRanges: ["10.1.0.0/24"] };
const front = { program: { ...relay, server: "EX01", transportRole: "FrontendTransport" }, Server: "EX01" };
const edge = { preset: "edge" } as const;

/** The program, the same by hand, and the rule that has to speak before the server does. */
const rows: readonly (readonly [
    what: string,
    at: LabOptions,
    kind: Kind,
    program: Program,
    typed: Typed,
    code: string,
])[] = [
    [
        "a space of another type by DNS (sheet, 3.5)",
        { preset: "single" },
        SendConnector.kind,
        send,
        { Name: "To Fax", AddressSpaces: ["FAX:*;1", "fabrikam.com"] },
        "3.5",
    ],
    [
        "a capability of 2013 on 2010 (5.2)",
        { preset: "legacy" },
        ReceiveConnector.kind,
        { ...relay, server: "EX10", tlsDomainCapabilities: ["a.com:AcceptCloudServicesMail"] },
        { ...typed, Server: "EX10", TlsDomainCapabilities: ["a.com:AcceptCloudServicesMail"] },
        "5.2",
    ],
    [
        "idle for as long as a new connector lives (R14)",
        { preset: "single" },
        ReceiveConnector.kind,
        { ...front.program, connectionInactivityTimeout: "00:10:00" },
        { ...typed, Server: "EX01", TransportRole: "FrontendTransport", ConnectionInactivityTimeout: "00:10:00" },
        "R14",
    ],
    [
        "the same on an Edge server",
        edge,
        ReceiveConnector.kind,
        { ...relay, server: "EDGE01", connectionInactivityTimeout: "00:05:00" },
        { ...typed, Server: "EDGE01", ConnectionInactivityTimeout: "00:05:00" },
        "R14",
    ],
    [
        "long addresses on an Edge server (R18)",
        edge,
        ReceiveConnector.kind,
        { ...relay, server: "EDGE01", longAddressesEnabled: true },
        { ...typed, Server: "EDGE01", LongAddressesEnabled: true },
        "R19",
    ],
    [
        "a receive connector of an Edge server from inside (9)",
        { preset: "hybrid", withEdge: true },
        ReceiveConnector.kind,
        { ...relay, server: "EDGE01" },
        { ...typed, Server: "EDGE01" },
        "9",
    ],
];

describe("conformance: what Exchange refuses is refused in the preview", () => {
    let place: Place | undefined;
    afterEach(() => place?.close());

    for (const [what, at, kind, program, byHand, code] of rows) {
        it(what, async () => {
            place = await Place.open(at);
            const { errors, reading } = await new Stack(place, kind).preview(program);
            expect(errors.join("\n")).to.match(new RegExp(`\\(${code}\\)`));
            expect(reading.calls.filter(({ cmd }) => !cmd.startsWith("Get-"))).to.deep.equal([]);
            const { lab } = place;
            expect(() => lab.console.run(kind.cmdlets.create ?? "", byHand)).to.throw();
        });
    }

    const changes: readonly (readonly [
        what: string,
        at: LabOptions,
        kind: Kind,
        start: Program,
        more: Program,
        code: string,
    ])[] = [
        [
            "source servers on an Edge server (S14)",
            edge,
            SendConnector.kind,
            { name: "Out", addressSpaces: ["fabrikam.com"] },
            { sourceTransportServers: ["EX01"] },
            "S14",
        ],
        [
            "a capability of 2013 on 2010 (5.2)",
            { preset: "legacy", switches: { undocumentedMerge: "edit" } },
            ReceiveConnector.kind,
            { ...relay, server: "EX10", tlsDomainCapabilities: ["a.com:AcceptOorgProtocol"] },
            { tlsDomainCapabilities: ["a.com:AcceptCloudServicesMail"] },
            "5.2",
        ],
        [
            "TLS that is demanded without a certificate for it, which was only unwise before (S23)",
            { preset: "single" },
            ReceiveConnector.kind,
            { ...front.program, fqdn: "nowhere.contoso.com" },
            { requireTls: true },
            "S23",
        ],
    ];
    for (const [what, at, kind, start, more, code] of changes) {
        it(`${what}: a change, too`, async () => {
            place = await Place.open(at);
            const stack = new Stack(place, kind);
            await succeed(stack.up(start));
            const { errors } = await stack.preview({ ...start, ...more });
            expect(errors.join("\n")).to.match(new RegExp(`\\(${code}\\)`));
        });
    }

    it("and the commands of a linked connector (2010) are those that up sends", async () => {
        place = await Place.open({ preset: "legacy" });
        const program = {
            ...{ name: "Out", addressSpaces: [], linkedReceiveConnector: "EX10\\Client EX10" },
            ...{ smartHosts: ["relay.contoso.com"], smartHostAuthMechanism: "ExternalAuthoritative" },
        };
        const stack = new Stack(place, SendConnector.kind);
        const { log } = await succeed(stack.preview(program));
        const run = await succeed(stack.up(program));
        const told = log.flatMap((line) => /^(?:New|Set)-\S+/.exec(line)?.[0] ?? []);
        expect(told).to.deep.equal(written(run).map(({ cmd }) => cmd));
    });
});
