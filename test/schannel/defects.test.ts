import { expect } from "chai";
import type { Program } from "../conformance/driver/stack";
import { healthCheck, NET_4, type RegistryHand, SCHANNEL, SUITES_POLICY } from "../lab/index.js";
import { Bench, expectNothing, succeed, written } from "./bench";
import { changedKeys, changedValues } from "./contents";

const CIPHERS = `${SCHANNEL}\\Ciphers`;
const SLASHED = `${CIPHERS}\\RC4 128/128`;
const OFF12 = `${SCHANNEL}\\Protocols\\TLS 1.2\\Server`;

interface Row {
    readonly program: Program;
    readonly prepare: (hand: RegistryHand) => void;
    /** A line that the run logs. */
    readonly says?: RegExp;
    /** Changed values, and keys that came or went; in the order of their paths. */
    readonly changes: readonly string[];
    readonly keys?: readonly string[];
}

const found = (what: string) => new RegExp(`${what}.*repair: true puts it right$`);
const at = (key: string, rest: string) => `HKLM\\${key}  ${rest}`;

/** Section 17 (and 9 to 12) against a whole server: what peers destroy or overlook, with and without repair. */
const rows: Readonly<Record<string, Row>> = {
    "New-Item -Force: what else is in a role's key survives": {
        program: { protocols: { "TLS 1.3": { server: "enabled" } } },
        prepare: (hand) => {
            hand.setText(`${SCHANNEL}\\Protocols\\TLS 1.3\\Server`, "Contoso", "theirs");
            hand.setBinary(`${SCHANNEL}\\Protocols\\TLS 1.3\\Server\\Below`, "", Buffer.from([1, 2]));
        },
        changes: [
            at(`${SCHANNEL}\\Protocols\\TLS 1.3\\Server`, "DisabledByDefault: absent -> DWord 0x00000000"),
            at(`${SCHANNEL}\\Protocols\\TLS 1.3\\Server`, "Enabled: absent -> DWord 0x00000001"),
        ],
    },
    "New-Item -Force: .NET's key keeps its subkeys and its neighbours' values": {
        program: { dotNet: { v4: { strongCrypto: true } } },
        prepare: (hand) => {
            hand.remove(NET_4[0] ?? "", "SchUseStrongCrypto");
            hand.setText(NET_4[0] ?? "", "SystemDefaultTlsVersions", "odd");
        },
        changes: [at(NET_4[0] ?? "", "SchUseStrongCrypto: absent -> DWord 0x00000001")],
    },
    "New-Item -Force: the policy's curves survive its suites": {
        program: { cipherSuites: { order: ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"], scope: "policy" } },
        prepare: (hand) => hand.setTexts(SUITES_POLICY, "EccCurves", ["NistP384", "NistP256"]),
        changes: [at(SUITES_POLICY, 'Functions: absent -> String "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"')],
    },
    "slash: one key, never two": {
        program: { ciphers: { "AES 128/128": "enabled" } },
        prepare: () => {},
        changes: [at(`${CIPHERS}\\AES 128/128`, "Enabled: absent -> DWord 0xffffffff")],
        keys: [`+ HKLM\\${CIPHERS}\\AES 128/128`],
    },
    "slash: nested keys are told, and do not count": {
        program: { ciphers: { "RC4 128/128": "disabled" } },
        prepare: (hand) => {
            hand.removeTree(SLASHED);
            hand.setDword(`${CIPHERS}\\RC4 128\\128`, "Enabled", 0);
        },
        says: found("RC4 128\\\\128|RC4 128"),
        changes: [at(SLASHED, "Enabled: absent -> DWord 0x00000000")],
        keys: [`+ HKLM\\${SLASHED}`],
    },
    "slash: nested keys go on request": {
        program: { ciphers: { "RC4 128/128": "disabled" }, repair: true },
        prepare: (hand) => hand.setDword(`${CIPHERS}\\RC4 128\\128`, "Enabled", 0),
        changes: [at(`${CIPHERS}\\RC4 128\\128`, "Enabled: DWord 0x00000000 -> absent")],
        keys: [`- HKLM\\${CIPHERS}\\RC4 128`, `- HKLM\\${CIPHERS}\\RC4 128\\128`],
    },
    "slash: nested keys that hold somebody's key stay also on request": {
        program: { ciphers: { "RC4 128/128": "disabled" }, repair: true },
        prepare: (hand) => hand.createKey(`${CIPHERS}\\RC4 128\\Contoso`),
        changes: [],
    },
    "a division slash in place of the slash is told": {
        program: { ciphers: { "RC4 128/128": "disabled" } },
        prepare: (hand) => hand.setDword(`${CIPHERS}\\RC4 128\u2215128`, "Enabled", 0),
        says: found("division slash \\(U\\+2215\\)"),
        changes: [],
    },
    "a division slash goes on request": {
        program: { ciphers: { "RC4 128/128": "disabled" }, repair: true },
        prepare: (hand) => hand.setDword(`${CIPHERS}\\RC4 128\u2215128`, "Enabled", 0),
        changes: [at(`${CIPHERS}\\RC4 128\u2215128`, "Enabled: DWord 0x00000000 -> absent")],
        keys: [`- HKLM\\${CIPHERS}\\RC4 128\u2215128`],
    },
    "the name before Vista goes on request": {
        program: { ciphers: { "Triple DES 168": "disabled" }, repair: true },
        prepare: (hand) => hand.setDword(`${CIPHERS}\\Triple DES 168/168`, "Enabled", 0),
        changes: [at(`${CIPHERS}\\Triple DES 168/168`, "Enabled: DWord 0x00000000 -> absent")],
        keys: [`- HKLM\\${CIPHERS}\\Triple DES 168/168`],
    },
    "0xffffffff of a protocol is on, told, and left": {
        program: { protocols: { "TLS 1.2": "enabled" } },
        prepare: (hand) => hand.setDword(OFF12, "Enabled", -1),
        says: found("Enabled is DWord 4294967295 \\(0xffffffff\\): it means DWord 1"),
        changes: [],
    },
    "0xffffffff of a protocol becomes 1 on request": {
        program: { protocols: { "TLS 1.2": "enabled" }, repair: true },
        prepare: (hand) => hand.setDword(OFF12, "Enabled", -1),
        changes: [at(OFF12, "Enabled: DWord 0xffffffff -> DWord 0x00000001")],
    },
    'a text "1" is written anew on request': {
        program: { protocols: { "TLS 1.2": "enabled" }, repair: true },
        prepare: (hand) => hand.setText(OFF12, "Enabled", "1"),
        changes: [at(OFF12, 'Enabled: String "1" -> DWord 0x00000001')],
    },
    "a text in a value that is not managed is nobody's business": {
        program: { eventLogging: 1, repair: true },
        prepare: (hand) => hand.setText(OFF12, "Enabled", "1"),
        changes: [],
    },
    "RC2 56/56, as Microsoft's page misprints it, is left alone": {
        program: { eventLogging: 1, repair: true },
        prepare: (hand) => hand.setDword(`${CIPHERS}\\RC2 56/56`, "Enabled", 0),
        changes: [],
    },
    "another case of the same name is the same key": {
        program: { ciphers: { "RC4 128/128": "enabled" } },
        prepare: (hand) => {
            hand.removeTree(SLASHED);
            hand.setDword(`${SCHANNEL}\\CIPHERS\\rc4 128/128`, "ENABLED", 0);
        },
        changes: [at(`${CIPHERS}\\rc4 128/128`, "ENABLED: DWord 0x00000000 -> DWord 0xffffffff")],
    },
    "the WinHTTP mask loses bits that are not named, and knows TLS 1.3": {
        program: { winHttp: { protocols: ["TLS 1.2", "TLS 1.3"] } },
        prepare: (hand) => {
            for (const node of ["", "Wow6432Node\\"]) {
                const key = `SOFTWARE\\${node}Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp`;
                hand.setDword(key, "DefaultSecureProtocols", 0x2aa0);
            }
        },
        changes: ["", "Wow6432Node\\"].map((node) =>
            at(
                `SOFTWARE\\${node}Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp`,
                "DefaultSecureProtocols: DWord 0x00002aa0 -> DWord 0x00002800",
            ),
        ),
    },
};

describe("SCHANNEL settings: defects of peers, against a whole server", () => {
    for (const [what, { program, prepare, says, changes, keys = [] }] of Object.entries(rows)) {
        it(what, async () => {
            const bench = await Bench.open({ releases: ["SE"] }, prepare);
            try {
                const [untouched, before] = [bench.dump(), bench.contents()];
                const up = await succeed(bench.stack.up(program));
                expect(changedValues(before, bench.contents())).to.deep.equal(changes);
                expect(changedKeys(before, bench.contents())).to.deep.equal(keys);
                if (says)
                    expect(
                        up.log.some((line) => says.test(line)),
                        up.log.join("\n"),
                    ).to.equal(true);
                await expectNothing(bench.stack, program);
                const removed = (lines: readonly unknown[], sign: string) =>
                    lines.map(String).filter((line) => line.includes(sign));
                const forGood = keys.filter((key) => key.startsWith("- ")).map((key) => key.slice(2));
                expect(removed(up.log, "destroy does not put back").join()).to.satisfy((line: string) =>
                    forGood.length === 0 ? line === "" : forGood.every((key) => line.includes(key)),
                );
                const { onDestroy = [] } = bench.stack.state?.outputs ?? {};
                expect(removed(onDestroy as readonly unknown[], "stays removed")).to.have.length(forGood.length);
                await succeed(bench.stack.destroy());
                // Look-alikes were nobody's setting: what repair removed does not come back.
                const isGone = changes.some((line) => line.endsWith("-> absent"));
                if (!isGone) expect(bench.dump()).to.equal(untouched);
            } finally {
                await bench.close();
            }
        });
    }

    it("a second run writes nothing, and no time of a last write moves", async () => {
        const bench = await Bench.open({ releases: ["SE"] });
        try {
            const program = { baseline: "exchange" };
            await succeed(bench.stack.up(program));
            const key = `${SCHANNEL}\\KeyExchangeAlgorithms\\Diffie-Hellman`;
            const last = bench.hand.lastWrite(key);
            bench.clock.advance(60_000);
            expect(written(await succeed(bench.stack.up(program)))).to.deep.equal([]);
            expect(bench.hand.lastWrite(key)).to.deep.equal(last);
        } finally {
            await bench.close();
        }
    });

    it("one property fixed, as peers do it: nothing red for HealthChecker comes of it", async () => {
        const bench = await Bench.open({ releases: ["SE"] });
        try {
            await succeed(
                bench.stack.up({ protocols: { "TLS 1.2": "enabled" }, renegotiation: { allowInsecureClients: false } }),
            );
            const [server] = bench.place.lab.organisation.servers;
            expect(server && healthCheck(bench.machine.registry, server).findings).to.deep.equal([]);
        } finally {
            await bench.close();
        }
    });
});
