import { expect } from "chai";
import type { SchannelInputs } from "../../../provider/resources/schannel-settings";
import { TestResource } from "./resource";
import { LOCAL, NET, POLICY, SCH, TestServer } from "./server";

const SUITES = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA"];
const SIZES = `${SCH}\\KeyExchangeAlgorithms\\Diffie-Hellman`;
const WIN_HTTP = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp";
const PROTOCOL = `${SCH}\\Protocols\\TLS 1.0`;
type Drift = (server: TestServer) => void;

const rows: readonly (readonly [what: string, inputs: SchannelInputs, drift: Drift, shown: object])[] = [
    ["no drift", { protocols: { "TLS 1.2": "enabled" }, eventLogging: 1 }, () => undefined, {}],
    [
        "both roles by hand",
        { protocols: { "TLS 1.0": "enabled" } },
        (one) => {
            for (const role of ["Client", "Server"]) {
                one.set(64, `${PROTOCOL}\\${role}`, "Enabled", "DWord", 0);
                one.set(64, `${PROTOCOL}\\${role}`, "DisabledByDefault", "DWord", 1);
            }
        },
        { protocols: { "TLS 1.0": "disabled" } },
    ],
    [
        "one role by hand",
        { protocols: { "TLS 1.0": "enabled" } },
        (one) => one.set(64, `${PROTOCOL}\\Server`, "Enabled", "DWord", 0),
        {
            protocols: {
                "TLS 1.0":
                    "as found: protocols.TLS 1.0.client: enabled; protocols.TLS 1.0.server: Enabled DWord 0, DisabledByDefault DWord 0",
            },
        },
    ],
    [
        "roles declared apart",
        { protocols: { "TLS 1.0": { client: "enabled", server: "enabled" } } },
        (one) => {
            one.delete(64, `${PROTOCOL}\\Server`, "Enabled");
            one.delete(64, `${PROTOCOL}\\Server`, "DisabledByDefault");
        },
        { protocols: { "TLS 1.0": { client: "enabled", server: "default" } } },
    ],
    [
        "the same meaning by another number",
        { protocols: { "TLS 1.0": "enabled" } },
        (one) => one.set(64, `${PROTOCOL}\\Server`, "Enabled", "DWord", 0xffffffff),
        {},
    ],
    [
        "one of four .NET values",
        { dotNet: { strongCrypto: true } },
        (one) => one.delete(32, NET, "SchUseStrongCrypto"),
        {
            dotNet: {
                strongCrypto:
                    "as found: dotNet.v4.64-bit.strongCrypto: true; dotNet.v4.32-bit.strongCrypto: default; dotNet.v2.64-bit.strongCrypto: true; dotNet.v2.32-bit.strongCrypto: true",
            },
        },
    ],
    [
        "suites in another order",
        { cipherSuites: { order: SUITES } },
        (one) => {
            one.set(
                64,
                "SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Configuration\\Local\\SSL\\00010002",
                "Functions",
                "MultiString",
                SUITES.toReversed(),
            );
        },
        { cipherSuites: { order: SUITES.toReversed() } },
    ],
    ["another number", { eventLogging: 1 }, (one) => one.set(64, SCH, "EventLogging", "DWord", 7), { eventLogging: 7 }],
    [
        "a number that no program may write",
        { eventLogging: 1, keySizes: { diffieHellman: { clientMin: 2048 } } },
        (one) => {
            one.set(64, SCH, "EventLogging", "DWord", 77);
            one.set(64, SIZES, "ClientMinKeyBitLength", "DWord", 8);
        },
        { eventLogging: "as found: 77", keySizes: { diffieHellman: { clientMin: "as found: 8" } } },
    ],
    [
        "sizes that contradict each other",
        { keySizes: { diffieHellman: { clientMin: 2048, clientMax: 4096 } } },
        (one) => one.set(64, SIZES, "ClientMinKeyBitLength", "DWord", 8192),
        { keySizes: { diffieHellman: { clientMin: "as found: 8192", clientMax: 4096 } } },
    ],
    [
        "a mask of nothing, and one with a bit that has no name",
        { winHttp: { protocols: ["TLS 1.2"] } },
        (one) => {
            one.set(64, WIN_HTTP, "DefaultSecureProtocols", "DWord", 0);
            one.set(32, WIN_HTTP, "DefaultSecureProtocols", "DWord", 1);
        },
        {
            winHttp: {
                protocols:
                    "as found: winHttp.64-bit.protocols: ; winHttp.32-bit.protocols: DefaultSecureProtocols DWord 1",
            },
        },
    ],
    [
        "a mask of nothing in both nodes",
        { winHttp: { protocols: ["TLS 1.2"] } },
        (one) => {
            for (const view of [64, 32] as const) one.set(view, WIN_HTTP, "DefaultSecureProtocols", "DWord", 0);
        },
        { winHttp: { protocols: "as found: nothing" } },
    ],
    [
        "a text where a number belongs",
        { hashes: { MD5: "disabled" } },
        (one) => one.set(64, `${SCH}\\Hashes\\MD5`, "Enabled", "String", "0; as found: 1"),
        { hashes: { MD5: "as found: Enabled String '0; as found: 1'" } },
    ],
    [
        "a name that no program may write",
        { curves: { order: ["NistP384", "NistP256"] } },
        (one) => one.set(64, LOCAL, "EccCurves", "MultiString", ["Nist P256", "NistP384"]),
        { curves: { order: "as found: Nist P256, NistP384" } },
    ],
    [
        "a policy's list that is gone",
        { cipherSuites: { order: SUITES, scope: "policy" } },
        (one) => one.delete(64, POLICY, "Functions"),
        { cipherSuites: { order: "as found: default", scope: "policy" } },
    ],
    [
        "drift from the baseline in many places",
        { baseline: "exchange", eventLogging: 3, force: ["G1"] },
        (one) => {
            one.set(64, `${SCH}\\Hashes\\MD5`, "Enabled", "String", "; curves: 1");
            one.set(64, `${PROTOCOL}\\Server`, "Enabled", "DWord", 1);
            one.suites = SUITES.toReversed();
            one.set(64, LOCAL, "Functions", "MultiString", one.suites);
        },
        {
            baseline: `exchange, but cipherSuites: ${SUITES.toReversed().join(", ")}; hashes.MD5: Enabled String '; curves: 1'; protocols.TLS 1.0.server: Enabled DWord 1, DisabledByDefault DWord 1`,
        },
    ],
    [
        "drift from the baseline",
        { baseline: "exchange", force: ["G1"] },
        (one) => one.set(64, `${SCH}\\Hashes\\MD5`, "Enabled", "DWord", 1),
        { baseline: "exchange, but hashes.MD5: enabled" },
    ],
];

describe("schannel/present: drift shows per setting", () => {
    for (const [what, inputs, drift, shown] of rows) {
        it(what, () => {
            const server = new TestServer(14393, SUITES);
            const resource = new TestResource(server, "2016", inputs);
            expect(resource.up().refusals).to.deep.equal([]);
            drift(server);
            const found = { ...inputs, ...shown };
            expect(resource.present()).to.deep.equal(found);

            // As ignoreChanges hands it back: taken as it stands, and nothing that is ours forgotten.
            const { kept } = resource;
            const plan = resource.declare(found as SchannelInputs).up();
            expect(plan.refusals).to.deep.equal([]);
            // Keys of ours that were emptied by hand go where the drift is one that a program may declare.
            expect(plan.words.filter((line) => !line.endsWith("(made by us)"))).to.deep.equal([]);
            if (JSON.stringify(found).includes("as found")) expect(plan.words).to.deep.equal([]);
            expect(resource.present()).to.deep.equal(found);
            const byPlace = ({ values, lists }: typeof kept) => [
                ...values.map(({ key, name, was }) => JSON.stringify([key, name, was])),
                ...lists.map(({ list, was }) => JSON.stringify([list, was])),
            ];
            expect(byPlace(resource.kept)).to.have.members(byPlace(kept));

            const mended = { ...inputs, repair: true };
            resource.declare(mended).up();
            expect(resource.present()).to.deep.equal(mended);
        });
    }
});
