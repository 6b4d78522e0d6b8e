import { expect } from "chai";
import type { Program } from "../conformance/driver/stack";
import { NET_4, type RegistryHand, type Release, SCHANNEL, SUITES_POLICY, type WindowsName } from "../lab/index.js";
import { Bench, expectNothing, succeed, told, written } from "./bench";

const OFF = { protocols: { "TLS 1.0": "disabled", "TLS 1.1": "disabled" } };
const RSA = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
const ECDSA = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
const STATIC = "TLS_RSA_WITH_AES_256_GCM_SHA384";
const TLS13 = "TLS_AES_256_GCM_SHA384";

type Server = readonly [Release, WindowsName];
const OLD: Server = ["2016 CU23", "WS2016"];
const CU14: Server = ["2019 CU14", "WS2022"];
const NEW: Server = ["SE", "WS2025"];

interface Row {
    readonly on: Server;
    readonly program: Program;
    /** What the refusal says; absent: it goes through. */
    readonly refused?: RegExp;
    readonly prepare?: (hand: RegistryHand) => void;
    /** A line of the log when it goes through. */
    readonly says?: RegExp;
}

const policy = (names: string) => (hand: RegistryHand) => hand.setText(SUITES_POLICY, "Functions", names);

const rows: Readonly<Record<string, Row>> = {
    "G1: TLS 1.0 off, .NET untouched": { on: OLD, program: OFF, refused: /TLS 1\.0 and TLS 1\.1 cannot .*\(G1\)/ },
    "G1: TLS 1.0 off, TLS 1.2 only for who asks": {
        on: ["2019 CU14", "WS2019"],
        program: { ...OFF, protocols: { ...OFF.protocols, "SSL 3.0": "default" } },
        prepare: (hand) => {
            hand.removeTree(`${SCHANNEL}\\Protocols\\TLS 1.0`);
            hand.setDword(`${SCHANNEL}\\Protocols\\TLS 1.2\\Client`, "DisabledByDefault", 1);
        },
        refused: /TLS 1\.2 is on request \(client\).*\(G1\)/,
    },
    "G1: a .NET value goes while TLS 1.0 is off": {
        on: NEW,
        program: { dotNet: { v4: { systemDefaultTlsVersions: false } } },
        prepare: (hand) => {
            for (const version of ["v4.0.30319", "v2.0.50727"]) {
                for (const node of ["", "Wow6432Node\\"]) {
                    const key = `SOFTWARE\\${node}Microsoft\\.NETFramework\\${version}`;
                    for (const name of ["SchUseStrongCrypto", "SystemDefaultTlsVersions"]) hand.setDword(key, name, 1);
                }
            }
        },
        refused: /are off, and with this plan .*\(G1\)/,
    },
    "G1: forced": { on: OLD, program: { ...OFF, force: ["G1"] }, says: /^forced: .*\(G1\)$/ },
    "G2: TLS 1.3 on Windows Server 2016": {
        on: OLD,
        program: { protocols: { "TLS 1.3": "enabled" } },
        refused: /TLS 1\.3 needs Windows Server 2022 .*\(G2\)/,
    },
    "G2: TLS 1.3 on Exchange before CU15": {
        on: CU14,
        program: { protocols: { "TLS 1.3": "enabled" } },
        refused: /Exchange 2019 CU15 or SE; this is Exchange 2019 before CU15.*\(G2\)/,
    },
    "G2: TLS 1.3 left to a Windows that has it on, on Exchange before CU15": {
        on: CU14,
        program: { protocols: { "TLS 1.3": "default" } },
        prepare: (hand) => {
            for (const role of ["Client", "Server"]) {
                hand.setDword(`${SCHANNEL}\\Protocols\\TLS 1.3\\${role}`, "Enabled", 0);
            }
        },
        refused: /\(G2\)/,
    },
    "G2: TLS 1.3 in WinHTTP's mask on Windows Server 2016": {
        on: OLD,
        program: { winHttp: { protocols: ["TLS 1.2", "TLS 1.3"] } },
        refused: /leave it out of winHttp\.protocols.*\(G2\)/,
    },
    "G2: TLS 1.3 where both support it": { on: NEW, program: { protocols: { "TLS 1.3": "enabled" } }, says: /SMTP/ },
    "G2: forced": { on: CU14, program: { protocols: { "TLS 1.3": "enabled" }, force: ["G2"] }, says: /^forced: .*G2/ },
    "G3: TLS 1.3 alone": {
        on: NEW,
        program: { protocols: { "TLS 1.2": "disabled", "TLS 1.3": "enabled" } },
        refused: /TLS 1\.2 would no longer be offered \(client and server\).*\(G3\)/,
    },
    "G3: WinHTTP without TLS 1.2": {
        on: NEW,
        program: { winHttp: { protocols: ["TLS 1.3"] } },
        refused: /winHttp\.protocols lacks TLS 1\.2.*\(G3\)/,
    },
    "G3: forced by its code alone": {
        on: NEW,
        program: { protocols: { "TLS 1.2": { client: "disabled" } }, force: ["G1", "G3"] },
        says: /^forced: .*\(G3\)$/,
    },
    "G3: another code does not lift it": {
        on: NEW,
        program: { protocols: { "TLS 1.2": "disabled" }, force: ["G1", "G2", "G4", "G5", "G6"] },
        refused: /\(G3\)/,
    },
    "G4: Exchange 2010": { on: ["2010 SP3", "WS2012 R2"], program: { ...OFF, force: ["G1"] }, refused: /\(G4\)/ },
    "G4: Exchange 2013 CU23": { on: ["2013 CU23", "WS2012 R2"], program: { ...OFF, force: ["G1"] }, says: /G1/ },
    "G4: forced": { on: ["2010 SP3", "WS2012 R2"], program: { ...OFF, force: ["G1", "G4"] }, says: /^forced: .*G4/ },
    "G5: suites of TLS 1.3 only": {
        on: NEW,
        program: { cipherSuites: { order: [TLS13] } },
        refused: /no cipher suite would be left.*\(G5\)/,
    },
    "G5: every cipher off": {
        on: NEW,
        program: { ciphers: { "AES 128/128": "disabled", "AES 256/256": "disabled", "Triple DES 168": "disabled" } },
        refused: /\(G5\)/,
    },
    "G5: the only suite needs the key exchange that goes": {
        on: NEW,
        program: { cipherSuites: { order: [STATIC] }, keyExchange: { PKCS: "disabled" } },
        refused: /\(G5\)/,
    },
    "G5: one usable suite is enough": { on: NEW, program: { cipherSuites: { order: [RSA] } } },
    "G5: an empty list is no list": {
        on: NEW,
        program: { cipherSuites: { order: [] } },
        refused: /must name at least one cipher suite/,
    },
    "G5: forced": { on: NEW, program: { cipherSuites: { order: [TLS13] }, force: ["G5"] }, says: /^forced: .*G5/ },
    "G6: curve25519 goes, NistP256 is missing": {
        on: NEW,
        program: { curves: { order: ["NistP384"] } },
        refused: /add NistP256 to curves\.order.*\(G6\)/,
    },
    "G6: both take its place": { on: NEW, program: { curves: { order: ["NistP384", "NistP256"] } } },
    "G6: forced": { on: NEW, program: { curves: { order: ["NistP384"] }, force: ["G6"] }, says: /^forced: .*G6/ },
    "G7: the cmdlets under a policy": {
        on: NEW,
        program: { cipherSuites: { order: [RSA, ECDSA] } },
        prepare: policy(`${ECDSA},${RSA}`),
        refused: /group policy's list overrides.*\(G7\)/,
    },
    "G7: cannot be lifted": {
        on: NEW,
        program: { cipherSuites: { order: [RSA] }, force: ["G7"] },
        refused: /G7 cannot be lifted/,
    },
    "G7: the policy's own list may be declared": {
        on: NEW,
        program: { cipherSuites: { order: [RSA, ECDSA], scope: "policy" } },
        prepare: policy(`${ECDSA},${RSA}`),
        says: /overwrites a group policy's list/,
    },
    "G8: more than a policy can hold": {
        on: NEW,
        program: {
            cipherSuites: { order: [RSA, ...Array.from({ length: 40 }, (_, at) => `${RSA}_P${at}`)], scope: "policy" },
        },
        refused: /characters, and Windows reads 1023.*\(G8\)/,
    },
    "a wrong kind that is not to be repaired": {
        on: NEW,
        program: { eventLogging: 3 },
        prepare: (hand) => hand.setText(SCHANNEL, "EventLogging", "3"),
        refused: /repair: true.*\(Kind\)/,
    },
    "no cmdlets on Windows Server 2012 R2": {
        on: ["2016 CU23", "WS2012 R2"],
        program: { cipherSuites: { order: [`${RSA}_P256`] } },
        refused: /declare cipherSuites with scope: "policy"/,
    },
    "no baseline for this pair": {
        on: ["2016 CU23", "WS2022"],
        program: { baseline: "exchange" },
        refused: /no baseline for Exchange 2016 on Windows Server 2022/,
    },
    "one refused property stops all of them": {
        on: NEW,
        program: { eventLogging: 7, curves: { order: ["NistP384"] } },
        refused: /\(G6\)/,
    },
};

describe("SCHANNEL settings: guards, end to end", () => {
    for (const [what, { on, program, refused, prepare, says }] of Object.entries(rows)) {
        it(`${what}: ${refused ? "refused, nothing written" : "goes"}`, async () => {
            const [release, windows] = on;
            const bench = await Bench.open({ releases: [release], windows: [windows] }, prepare);
            try {
                const { stack } = bench;
                const before = bench.dump();
                for (const run of [await stack.preview(program), await stack.up(program)]) {
                    if (refused) {
                        expect(run.errors.join("\n")).to.match(refused);
                        expect(written(run)).to.deep.equal([]);
                        expect(stack.state).to.equal(undefined);
                    } else {
                        expect(run.errors).to.deep.equal([]);
                        expect(told(run)).not.to.deep.equal([]);
                        if (says)
                            expect(
                                run.log.some((line) => says.test(line)),
                                run.log.join("\n"),
                            ).to.equal(true);
                    }
                }
                if (refused) expect(bench.dump()).to.equal(before);
                else {
                    await expectNothing(stack, program);
                    await succeed(stack.destroy());
                    expect(bench.dump()).to.equal(before);
                }
            } finally {
                await bench.close();
            }
        });
    }

    it("an update is refused as a creation is, and the state stays", async () => {
        const bench = await Bench.open({ releases: ["SE"] });
        try {
            await succeed(bench.stack.up({ eventLogging: 7 }));
            const { state } = bench.stack;
            const up = await bench.stack.up({ eventLogging: 7, protocols: { "TLS 1.2": "disabled" } });
            expect(up.errors.join()).to.match(/\(G3\)/);
            expect(written(up)).to.deep.equal([]);
            expect(bench.stack.state?.outputs.__kept).to.deep.equal(state?.outputs.__kept);
        } finally {
            await bench.close();
        }
    });

    it("one .NET value that is absent is named", async () => {
        const bench = await Bench.open({ releases: ["2019 CU14"], windows: ["WS2019"] }, (hand) => {
            hand.remove(NET_4[1] ?? "", "SchUseStrongCrypto");
            hand.removeTree(`${SCHANNEL}\\Protocols\\TLS 1.0`);
        });
        try {
            const { errors } = await bench.stack.preview(OFF);
            expect(errors.join()).to.contain("dotNet.v4.32-bit.strongCrypto is absent");
        } finally {
            await bench.close();
        }
    });
});
