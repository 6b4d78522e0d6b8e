import { expect } from "chai";
import { decodeSettings } from "../../../provider/resources/schannel-settings";

const ORDER = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"];

/** Inputs → paths of what is wrong; none: they are taken. */
const rows: readonly (readonly [what: string, inputs: object, problems: readonly string[]])[] = [
    ["an unknown property", { protocol: {} }, ["protocol"]],
    ["a protocol's name without its space", { protocols: { "TLS1.2": "enabled" } }, ["protocols.TLS1.2"]],
    [
        "a cipher's name with a division slash",
        { ciphers: { "RC4 40\u2215128": "disabled" } },
        ["ciphers.RC4 40\u2215128"],
    ],
    ["Triple DES by its old name", { ciphers: { "Triple DES 168/168": "disabled" } }, ["ciphers.Triple DES 168/168"]],
    ["the misprint RC2 56/56", { ciphers: { "RC2 56/56": "disabled" } }, ["ciphers.RC2 56/56"]],
    ["a number as a state", { protocols: { "TLS 1.2": 1 } }, ["protocols.TLS 1.2"]],
    ["a boolean as a state", { hashes: { MD5: false } }, ["hashes.MD5"]],
    ["null", { protocols: { "TLS 1.2": null } }, ["protocols.TLS 1.2"]],
    ["a role that does not exist", { protocols: { "TLS 1.2": { both: "enabled" } } }, ["protocols.TLS 1.2.both"]],
    ["a state that does not exist", { protocols: { "TLS 1.2": { client: "on" } } }, ["protocols.TLS 1.2.client"]],
    [
        "sizes outside their range",
        { keySizes: { diffieHellman: { serverMin: 1 } } },
        ["keySizes.diffieHellman.serverMin"],
    ],
    ["half a bit", { keySizes: { pkcs: { clientMin: 1024.5 } } }, ["keySizes.pkcs.clientMin"]],
    ["a server size of PKCS", { keySizes: { pkcs: { serverMin: 2048 } } }, ["keySizes.pkcs.serverMin"]],
    [
        "a maximum below the minimum",
        { keySizes: { pkcs: { clientMin: 2048, clientMax: 1024 } } },
        ["keySizes.pkcs.clientMax"],
    ],
    ["1 as a switch", { dotNet: { strongCrypto: 1 } }, ["dotNet.strongCrypto"]],
    ["a version of .NET that does not exist", { dotNet: { v3: {} } }, ["dotNet.v3"]],
    ["no WinHTTP protocol", { winHttp: { protocols: [] } }, ["winHttp.protocols"]],
    ["DTLS for WinHTTP", { winHttp: { protocols: ["DTLS 1.2"] } }, ["winHttp.protocols[0]"]],
    ["no suite", { cipherSuites: { order: [] } }, ["cipherSuites.order"]],
    ["a suite twice", { cipherSuites: { order: [...ORDER, ...ORDER] } }, ["cipherSuites.order"]],
    ["suites in one text", { cipherSuites: { order: ["TLS_A,TLS_B"] } }, ["cipherSuites.order[0]"]],
    ["suites without order", { cipherSuites: ORDER }, ["cipherSuites"]],
    ["a curve in another case than Windows'", { curves: { order: ["NistP384", "nistp256"] } }, ["curves.order[1]"]],
    ["a curve of one's own", { curves: { order: ["contosoP256"] } }, []],
    ["a scope that does not exist", { curves: { order: ["NistP256"], scope: "domain" } }, ["curves.scope"]],
    ["logging beyond its mask", { eventLogging: 8 }, ["eventLogging"]],
    ["another baseline", { baseline: "best" }, ["baseline"]],
    ["a guard that does not exist", { force: ["G99"] }, ["force[0]"]],
    ["a guard without an exception", { force: ["G7"] }, ["force[0]"]],
    ["several at once", { eventLogging: -1, repair: "yes" }, ["eventLogging", "repair"]],
    ["nothing", {}, []],
    [
        "what the product's example declares",
        { protocols: { "TLS 1.0": "disabled" }, dotNet: { strongCrypto: true } },
        [],
    ],
    ["roles by themselves", { protocols: { "DTLS 1.2": { server: "default" } } }, []],
    ["a mixed .NET", { dotNet: { strongCrypto: true, v2: { strongCrypto: "default" } } }, []],
];

describe("schannel/inputs", () => {
    for (const [what, inputs, problems] of rows) {
        it(`${what}: ${problems.length === 0 ? "taken" : problems.join(", ")}`, () => {
            const decoded = decodeSettings(inputs as Record<string, unknown>);
            expect(decoded.ok ? [] : decoded.problems.map(({ path }) => path)).to.deep.equal(problems);
        });
    }

    for (const inputs of [
        ...[-1, 8, 1.5, 1e9, Number.NaN].map((eventLogging) => ({ eventLogging })),
        ...[0, 511, 16_385, 1024.5].map((clientMin) => ({ keySizes: { pkcs: { clientMin } } })),
        { cipherSuites: { order: [""] } },
        { force: [7] },
    ]) {
        it(`${JSON.stringify(inputs)}: in our own words`, () => {
            const decoded = decodeSettings(inputs);
            expect(decoded.ok ? [] : decoded.problems.map(({ message }) => message)).to.satisfy(
                (messages: readonly string[]) => messages.length === 1 && /^must be /.test(messages[0] ?? ""),
            );
        });
    }

    it("says why a guard cannot be lifted", () => {
        const decoded = decodeSettings({ force: ["G8"] });
        expect(decoded.ok ? "" : decoded.problems[0]?.message).to.match(/cannot be lifted: .*1023/);
    });
});
