import { expect } from "chai";
import type { SchannelInputs } from "../../../provider/resources/schannel-settings";
import { TestResource } from "./resource";
import { NET, SCH, TestServer } from "./server";

const SUITES = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA"];
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
                    "protocols.TLS 1.0.client: enabled; protocols.TLS 1.0.server: Enabled DWord 0, DisabledByDefault DWord 0",
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
                    "dotNet.v4.64-bit.strongCrypto: true; dotNet.v4.32-bit.strongCrypto: default; dotNet.v2.64-bit.strongCrypto: true; dotNet.v2.32-bit.strongCrypto: true",
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
            expect(resource.present()).to.deep.equal({ ...inputs, ...shown });
        });
    }
});
