import { expect } from "chai";
import type { SchannelInputs } from "../../../provider/resources/schannel-settings";
import { codes, type ExchangeName, TestResource } from "./resource";
import { LOCAL, NET, POLICY, SCH, TestServer } from "./server";

const RSA = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
const ECDSA = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
const STATIC = "TLS_RSA_WITH_AES_128_CBC_SHA";
const SUITES = [RSA, ECDSA, STATIC];

type Prepare = (server: TestServer) => void;
const netReady: Prepare = (server) => {
    for (const view of [64, 32] as const) {
        for (const version of ["v4.0.30319", "v2.0.50727"]) {
            const key = `SOFTWARE\\Microsoft\\.NETFramework\\${version}`;
            server.set(view, key, "SchUseStrongCrypto", "DWord", 1);
            server.set(view, key, "SystemDefaultTlsVersions", "DWord", 1);
        }
    }
};
const protocol = (name: string, enabled: number, byDefault: number): Prepare => {
    return (server) => {
        for (const role of ["Client", "Server"]) {
            server.set(64, `${SCH}\\Protocols\\${name}\\${role}`, "Enabled", "DWord", enabled);
            server.set(64, `${SCH}\\Protocols\\${name}\\${role}`, "DisabledByDefault", "DWord", byDefault);
        }
    };
};
const all =
    (...steps: readonly Prepare[]): Prepare =>
    (server) => {
        for (const step of steps) step(server);
    };
const without = (view: 64 | 32, key: string, name: string): Prepare => {
    return (server) => server.delete(view, key, name);
};

const OFF: SchannelInputs = { protocols: { "TLS 1.0": "disabled", "TLS 1.1": "disabled" } };

interface Row {
    readonly what: string;
    readonly inputs: SchannelInputs;
    /** Codes of the refusals. */
    readonly codes: readonly string[];
    readonly build?: number;
    readonly exchange?: ExchangeName;
    readonly server?: Prepare;
    /** A warning that has to be among them; with `codes: []` and a force, that it was forced. */
    readonly notes?: RegExp;
    /** A warning that must not be. */
    readonly quiet?: RegExp;
}

const rows: Readonly<Record<string, readonly Row[]>> = {
    G1: [
        { what: "untouched .NET", inputs: OFF, codes: ["G1"] },
        {
            what: "one of eight .NET values absent",
            inputs: OFF,
            server: all(netReady, without(32, NET, "SystemDefaultTlsVersions")),
            codes: ["G1"],
        },
        {
            what: "a .NET value of 0xffffffff",
            inputs: OFF,
            server: all(netReady, (one) => one.set(64, NET, "SchUseStrongCrypto", "DWord", 0xffffffff)),
            codes: ["G1"],
        },
        {
            what: "a .NET value of the wrong kind",
            inputs: OFF,
            server: all(netReady, (one) => one.set(64, NET, "SchUseStrongCrypto", "String", "1")),
            codes: ["G1"],
        },
        {
            what: "TLS 1.2 only on request",
            inputs: OFF,
            server: all(netReady, protocol("TLS 1.2", 1, 1)),
            codes: ["G1"],
        },
        { what: "only the client's role", inputs: { protocols: { "TLS 1.0": { client: "disabled" } } }, codes: ["G1"] },
        {
            what: "off by default only, through a value given by hand",
            inputs: OFF,
            server: protocol("TLS 1.0", 1, 1),
            codes: ["G1"],
        },
        {
            what: "the .NET values taken away while the old versions are off",
            inputs: { dotNet: { strongCrypto: "default" } },
            server: all(netReady, protocol("TLS 1.0", 0, 1)),
            codes: ["G1"],
        },
        {
            what: "all in place, and not ours",
            inputs: OFF,
            server: netReady,
            codes: [],
            notes: /^not checked: whether EX01 was restarted since dotNet\.v4, dotNet\.v2 were set, .*before TLS 1\.0 and TLS 1\.1 go \(G1\)$/m,
        },
        {
            what: "old versions that are off already",
            inputs: OFF,
            server: all(protocol("TLS 1.0", 0, 1), protocol("TLS 1.1", 0, 1)),
            codes: [],
        },
        {
            what: "forced",
            inputs: { ...OFF, force: ["G1"] },
            codes: [],
            notes: /^forced: TLS 1\.0 and TLS 1\.1 cannot.*\(G1\)$/m,
        },
        { what: "another guard forced", inputs: { ...OFF, force: ["G3"] }, codes: ["G1"] },
    ],
    G2: [
        {
            what: "TLS 1.3 on Windows Server 2019",
            inputs: { protocols: { "TLS 1.3": "enabled" } },
            exchange: "SE",
            codes: ["G2"],
        },
        {
            what: "TLS 1.3 with CU14",
            inputs: { protocols: { "TLS 1.3": "enabled" } },
            build: 20348,
            exchange: "2019 CU14",
            codes: ["G2"],
        },
        {
            what: "default with CU14, which switches it on",
            inputs: { protocols: { "TLS 1.3": "default" } },
            build: 20348,
            exchange: "2019 CU14",
            server: protocol("TLS 1.3", 0, 1),
            codes: ["G2"],
        },
        {
            what: "WinHTTP with TLS 1.3 on Windows Server 2019",
            inputs: { winHttp: { protocols: ["TLS 1.2", "TLS 1.3"] } },
            codes: ["G2"],
        },
        { what: "TLS 1.3 off where it does not exist", inputs: { protocols: { "TLS 1.3": "disabled" } }, codes: [] },
        {
            what: "TLS 1.3 with CU15 on Windows Server 2022",
            inputs: { protocols: { "TLS 1.3": "enabled" } },
            build: 20348,
            codes: [],
            notes: /does not serve SMTP/,
        },
        {
            what: "TLS 1.3 with SE on Windows Server 2025",
            inputs: { protocols: { "TLS 1.3": "enabled" } },
            build: 26100,
            exchange: "SE",
            codes: [],
        },
        {
            what: "forced",
            inputs: { protocols: { "TLS 1.3": "enabled" }, force: ["G2"] },
            codes: [],
            notes: /forced: TLS 1\.3 needs/,
        },
    ],
    G3: [
        { what: "TLS 1.2 disabled", inputs: { protocols: { "TLS 1.2": "disabled" } }, codes: ["G3"] },
        {
            what: "TLS 1.3 alone",
            inputs: { protocols: { "TLS 1.2": "disabled", "TLS 1.3": "enabled" } },
            build: 20348,
            exchange: "SE",
            codes: ["G3"],
        },
        {
            what: "TLS 1.2 off already, and TLS 1.0 goes, which stood in for it",
            inputs: { ...OFF, force: ["G1"] },
            server: all(netReady, protocol("TLS 1.2", 0, 1)),
            codes: ["G3"],
        },
        {
            what: "TLS 1.2 off already in one role, and a value that nobody understands in the other",
            inputs: { ...OFF, force: ["G1"] },
            server: all(netReady, protocol("TLS 1.2", 0, 1), (one) =>
                one.set(64, `${SCH}\\Protocols\\TLS 1.2\\Server`, "Enabled", "String", "1"),
            ),
            codes: ["G3"],
        },
        {
            what: "both forced",
            inputs: { ...OFF, force: ["G1", "G3"] },
            server: all(netReady, protocol("TLS 1.2", 0, 1)),
            codes: [],
            notes: /forced: TLS 1\.2 is off \(client and server\), and the versions.*\(G3\)/,
        },
        {
            what: "TLS 1.2 disabled in one role",
            inputs: { protocols: { "TLS 1.2": { client: "disabled" } } },
            codes: ["G3"],
        },
        {
            what: "WinHTTP without TLS 1.2",
            inputs: { winHttp: { protocols: ["TLS 1.3"] } },
            build: 20348,
            exchange: "SE",
            codes: ["G3"],
        },
        {
            what: "default, which means on",
            inputs: { protocols: { "TLS 1.2": "default" } },
            server: protocol("TLS 1.2", 1, 0),
            codes: [],
        },
        {
            what: "off already",
            inputs: { protocols: { "TLS 1.2": "disabled" } },
            server: protocol("TLS 1.2", 0, 1),
            codes: [],
        },
        {
            what: "forced",
            inputs: { protocols: { "TLS 1.2": "disabled" }, force: ["G3"] },
            codes: [],
            notes: /forced: TLS 1\.2 would/,
        },
    ],
    G4: [
        { what: "Exchange 2010", inputs: OFF, server: netReady, build: 9600, exchange: "2010", codes: ["G4"] },
        { what: "Exchange 2016 CU8", inputs: OFF, server: netReady, build: 14393, exchange: "2016 CU8", codes: ["G4"] },
        {
            what: "Exchange 2016 CU8, in a plan that waits",
            inputs: { ...OFF, dotNet: { strongCrypto: true, systemDefaultTlsVersions: true } },
            build: 14393,
            exchange: "2016 CU8",
            codes: ["G4"],
        },
        { what: "Exchange 2013 CU23", inputs: OFF, server: netReady, build: 9600, exchange: "2013", codes: [] },
        { what: "Exchange 2016 CU23", inputs: OFF, server: netReady, build: 14393, exchange: "2016", codes: [] },
        {
            what: "forced",
            inputs: { ...OFF, force: ["G4"] },
            server: netReady,
            build: 14393,
            exchange: "2016 CU8",
            codes: [],
            notes: /forced: .*from Exchange 2016 CU9 on/,
        },
    ],
    G5: [
        {
            what: "both AES ciphers off",
            inputs: { ciphers: { "AES 128/128": "disabled", "AES 256/256": "disabled" } },
            codes: ["G5"],
        },
        { what: "ECDH and PKCS off", inputs: { keyExchange: { ECDH: "disabled", PKCS: "disabled" } }, codes: ["G5"] },
        {
            what: "all hashes off",
            inputs: { hashes: { SHA: "disabled", SHA256: "disabled", SHA384: "disabled" } },
            codes: ["G5"],
        },
        {
            what: "suites that encrypt nothing",
            inputs: { cipherSuites: { order: ["TLS_RSA_WITH_NULL_SHA256"] } },
            codes: ["G5"],
        },
        {
            what: "TLS 1.3 suites only",
            inputs: { cipherSuites: { order: ["TLS_AES_128_GCM_SHA256"] } },
            build: 20348,
            exchange: "SE",
            codes: ["G5"],
        },
        {
            what: "suites whose hash is off",
            inputs: { cipherSuites: { order: [STATIC] }, hashes: { SHA: "disabled" } },
            codes: ["G5"],
        },
        {
            what: "an order that no Windows knows",
            inputs: { cipherSuites: { order: ["TLS_MAGIC"], scope: "policy" } },
            codes: ["G5"],
        },
        ...["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA512", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384_P384"].map((name) => ({
            what: `nothing but a name that this Windows does not know, ${name}`,
            inputs: { cipherSuites: { order: [name] } },
            codes: ["G5"],
        })),
        {
            what: "a name of Windows Server 2012 R2 there",
            inputs: { cipherSuites: { order: ["TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384"], scope: "policy" } },
            build: 9600,
            exchange: "2016",
            codes: [],
        },
        {
            what: "a name of later ones on Windows Server 2012 R2",
            inputs: { cipherSuites: { order: [RSA], scope: "policy" } },
            build: 9600,
            exchange: "2016",
            codes: ["G5"],
        },
        {
            what: "an unlisted name that is on the server's list already",
            inputs: { cipherSuites: { order: ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA512"] } },
            server: (one) => {
                one.suites = [...SUITES, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA512"];
                one.set(64, LOCAL, "Functions", "MultiString", one.suites);
            },
            codes: [],
        },
        {
            what: "suites that need a DSS certificate",
            inputs: { cipherSuites: { order: ["TLS_DHE_DSS_WITH_AES_256_CBC_SHA256"] } },
            codes: ["G5"],
        },
        {
            what: "a list that was broken before, and is broken anew",
            inputs: { cipherSuites: { order: ["TLS_RSA_WITH_NULL_SHA"] } },
            server: (one) => {
                one.suites = ["TLS_RSA_WITH_NULL_SHA256"];
                one.set(64, LOCAL, "Functions", "MultiString", one.suites);
            },
            codes: ["G5"],
        },
        {
            what: "the last hash off under a policy that names nothing usable",
            inputs: { hashes: { SHA256: "disabled" } },
            server: (one) => one.set(64, POLICY, "Functions", "String", "TLS_RSA_WITH_NULL_SHA256"),
            codes: ["G5"],
        },
        {
            what: "a list that was broken before, and a plan that has nothing to do with it",
            inputs: { eventLogging: 7 },
            server: (one) => one.set(64, POLICY, "Functions", "String", "TLS_RSA_WITH_NULL_SHA256"),
            codes: [],
        },
        {
            what: "PKCS off beside others",
            inputs: { keyExchange: { PKCS: "disabled" } },
            codes: [],
            notes: /PKCS off, these suites can no longer be used: TLS_RSA_WITH_AES_128_CBC_SHA$/m,
        },
        {
            what: "SHA off",
            inputs: { hashes: { SHA: "disabled" } },
            codes: [],
            notes: /SHA off, these suites.*TLS_RSA_WITH_AES_128_CBC_SHA/,
        },
        {
            what: "MD5 off, which nothing needs",
            inputs: { hashes: { MD5: "disabled" } },
            codes: [],
            quiet: /no longer be used/,
        },
        {
            what: "a list that is not known",
            inputs: { hashes: { SHA: "disabled" } },
            build: 9600,
            exchange: "2016",
            codes: [],
            notes: /not checked: which cipher suites/,
        },
        {
            what: "forced",
            inputs: { keyExchange: { ECDH: "disabled", PKCS: "disabled" }, force: ["G5"] },
            codes: [],
            notes: /forced: no cipher suite/,
        },
    ],
    G6: [
        { what: "curve25519 without NistP384", inputs: { curves: { order: ["NistP256"] } }, codes: ["G6"] },
        { what: "the same by policy", inputs: { curves: { order: ["NistP384"], scope: "policy" } }, codes: ["G6"] },
        { what: "NIST's two", inputs: { curves: { order: ["NistP384", "NistP256"] } }, codes: [] },
        { what: "curve25519 kept", inputs: { curves: { order: ["curve25519"] } }, codes: [] },
        {
            what: "curves on Windows Server 2012 R2",
            inputs: { curves: { order: ["NistP384"], scope: "policy" } },
            build: 9600,
            exchange: "2016",
            codes: ["Version"],
        },
        {
            what: "forced",
            inputs: { curves: { order: ["NistP256"] }, force: ["G6"] },
            codes: [],
            notes: /forced: curve25519/,
        },
    ],
    G7: [
        {
            what: "a policy's suites",
            inputs: { cipherSuites: { order: SUITES } },
            server: (one) => one.set(64, POLICY, "Functions", "String", RSA),
            codes: ["G7"],
        },
        {
            what: "a policy's curves",
            inputs: { curves: { order: ["curve25519"] } },
            server: (one) => one.set(64, POLICY, "EccCurves", "MultiString", ["NistP256"]),
            codes: ["G7"],
        },
        {
            what: "an empty policy",
            inputs: { cipherSuites: { order: SUITES } },
            server: (one) => one.set(64, POLICY, "Functions", "String", ""),
            codes: [],
        },
    ],
    G8: [
        {
            what: "1023 characters",
            inputs: { cipherSuites: { order: [RSA, "T".repeat(1023 - RSA.length - 1)], scope: "policy" } },
            codes: [],
        },
        {
            what: "1024 characters",
            inputs: { cipherSuites: { order: [RSA, "T".repeat(1024 - RSA.length - 1)], scope: "policy" } },
            codes: ["G8"],
        },
        { what: "as many in the local list", inputs: { cipherSuites: { order: [RSA, "T".repeat(2000)] } }, codes: [] },
    ],
    warnings: [
        {
            what: "roles that differ (hazard 2)",
            inputs: { protocols: { "TLS 1.0": { server: "enabled" }, "SSL 3.0": { client: "disabled" } } },
            codes: [],
            notes: /SSL 3\.0 becomes what HealthChecker calls Misconfigured/,
        },
        {
            what: "the client's role of an old version (hazard 3)",
            inputs: OFF,
            server: netReady,
            codes: [],
            notes: /no longer used for outbound connections/,
        },
        {
            what: "the server's role of an old version",
            inputs: { protocols: { "TLS 1.0": { server: "disabled" } } },
            server: netReady,
            codes: [],
            quiet: /outbound connections/,
        },
        {
            what: "default, which switches on (hazard 4)",
            inputs: { protocols: { "TLS 1.0": "default" } },
            server: protocol("TLS 1.0", 0, 1),
            codes: [],
            notes: /switched on again: TLS 1\.0;/,
        },
        {
            what: "SSL 3.0 where Windows has it off",
            inputs: { protocols: { "SSL 3.0": "enabled" } },
            codes: [],
            notes: /^switched on: SSL 3\.0, which Exchange guidance wants off/m,
        },
        {
            what: "SSL 3.0 off",
            inputs: { protocols: { "SSL 3.0": "disabled" } },
            codes: [],
            quiet: /^switched on/m,
        },
        {
            what: "SSL 2.0 where Windows does not have it",
            inputs: { protocols: { "SSL 2.0": "enabled" } },
            codes: [],
            quiet: /^switched on/m,
        },
        {
            what: "servers that may differ (hazard 5)",
            inputs: { protocols: { "TLS 1.2": "enabled" } },
            codes: [],
            notes: /all Exchange servers have to get the same settings/,
        },
        {
            what: "renegotiation that becomes absent (hazard 6)",
            inputs: { renegotiation: { allowInsecureClients: "default" } },
            server: (one) => one.set(64, SCH, "AllowInsecureRenegoClients", "DWord", 0),
            codes: [],
            notes: /is removed, which is not the same as strict/,
        },
        {
            what: "RDP and WinRM (hazard 10)",
            inputs: { ciphers: { NULL: "disabled" } },
            codes: [],
            notes: /Remote Desktop/,
        },
        {
            what: "nothing of RDP for .NET",
            inputs: { dotNet: { strongCrypto: true } },
            codes: [],
            quiet: /Remote Desktop/,
        },
        {
            what: "WinHTTP without TLS 1.3 on Windows Server 2022 (hazard 12)",
            inputs: { winHttp: { protocols: ["TLS 1.2"] } },
            build: 20348,
            codes: [],
            notes: /takes it from WinHTTP programs/,
        },
        {
            what: "the same on Windows Server 2019",
            inputs: { winHttp: { protocols: ["TLS 1.2"] } },
            codes: [],
            quiet: /takes it from WinHTTP programs/,
        },
        {
            what: "CBC before GCM (HTTP/2)",
            inputs: { cipherSuites: { order: [STATIC, RSA, ECDSA] } },
            codes: [],
            notes: /TLS_RSA_WITH_AES_128_CBC_SHA stands before/,
        },
        {
            what: "CBC last",
            inputs: { cipherSuites: { order: [ECDSA, RSA, STATIC] } },
            codes: [],
            quiet: /stands before/,
        },
        {
            what: "ECDSA suites only",
            inputs: { cipherSuites: { order: [ECDSA] } },
            codes: [],
            notes: /only ECDSA suites.*not checked/,
        },
        {
            what: "a suite that this Windows does not list",
            inputs: { cipherSuites: { order: [RSA, "TLS_AES_128_GCM_SHA256"] } },
            codes: [],
            notes: /TLS_AES_128_GCM_SHA256: not in Microsoft's list for Windows Server 2019/,
        },
        {
            what: "nothing to do",
            inputs: { protocols: { "TLS 1.2": "enabled" } },
            server: protocol("TLS 1.2", 1, 0),
            codes: [],
            quiet: /./,
        },
    ],
};

describe("schannel/guards", () => {
    for (const [code, cases] of Object.entries(rows)) {
        for (const { what, inputs, build = 17763, exchange = "2019 CU15", server, notes, quiet, ...row } of cases) {
            it(`${code}, ${what}: ${row.codes.join(", ") || "goes"}`, () => {
                const one = new TestServer(build, build === 9600 ? undefined : SUITES);
                server?.(one);
                const plan = new TestResource(one, exchange, inputs).preview();
                expect(codes(plan)).to.deep.equal(row.codes);
                if (row.codes.length > 0) expect(plan.calls).to.deep.equal([]);
                if (notes) expect(plan.notes.join("\n")).to.match(notes);
                if (quiet) expect(plan.notes.join("\n")).not.to.match(quiet);
            });
        }
    }

    it("every refusal that can be lifted says how", () => {
        const plan = new TestResource(new TestServer(17763, SUITES), "2019 CU15", OFF).preview();
        expect(plan.refusals[0]?.message).to.match(/, or declare force: \["G1"\] \(G1\)$/);
    });

    it("G1 names only what the plan takes away, not what was never there", () => {
        const server = new TestServer(17763, SUITES);
        protocol("TLS 1.0", 0, 1)(server);
        const plan = new TestResource(server, "2019 CU15", { protocols: { "TLS 1.2": "disabled" } }).preview();
        const text = plan.refusals.find(({ code }) => code === "G1")?.message;
        expect(text).to.contain(
            "TLS 1.0 is off, and with this plan TLS 1.2 is off (client); TLS 1.2 is off (server): keep",
        );
    });

    it("what is unreadable and managed stops the plan; what is not managed does not", () => {
        const server = new TestServer(17763, SUITES);
        server.denied.add(`${SCH}\\Ciphers\\NULL`.toLowerCase());
        const plan = (inputs: SchannelInputs) => new TestResource(server, "SE", inputs).preview();
        expect(codes(plan({ ciphers: { NULL: "disabled" }, hashes: { MD5: "disabled" } }))).to.deep.equal([
            "Unreadable",
        ]);
        expect(plan({ ciphers: { NULL: "disabled" } }).refusals[0]?.message).to.match(/access is not allowed/);
        expect(codes(plan({ hashes: { MD5: "disabled" } }))).to.deep.equal([]);
    });

    it("an unreadable .NET value is not in place", () => {
        const server = new TestServer(17763, SUITES);
        netReady(server);
        server.denied.add(NET.toLowerCase());
        const plan = new TestResource(server, "SE", OFF).preview();
        expect(plan.refusals[0]?.message).to.match(/dotNet\.v4\.64-bit\.strongCrypto is not readable/);
    });

    it("the waiting versions go after the restart, not before, however often it is tried", () => {
        const server = new TestServer(17763, SUITES);
        const inputs = { ...OFF, dotNet: { strongCrypto: true, systemDefaultTlsVersions: true } };
        const resource = new TestResource(server, "SE", inputs);
        for (const held of [8, 8, 8]) expect(resource.up().held.length).to.equal(held);
        server.restart();
        expect(resource.up()).to.deep.include({ held: [], action: "change" });
        expect(resource.up().action).to.equal("none");
    });
});
