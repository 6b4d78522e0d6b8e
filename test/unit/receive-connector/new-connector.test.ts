import { expect } from "chai";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { isBuiltIn } from "../../../provider/resources/receive-connector/built-ins";
import { canonical } from "./canonical";

const { initial, companions, rules } = receiveConnector;

/** Reference sheet 5.3 by hand; `undefined`: nothing that is certain. */
const presets = [
    ["Client", "Tls, Integrated, BasicAuth, BasicAuthRequireTLS", "ExchangeUsers", ["0.0.0.0:587"], undefined],
    ["Internal", "Tls, ExchangeServer", "ExchangeServers, ExchangeLegacyServers", ["0.0.0.0:25"], undefined],
    ["Internet", "Tls", "AnonymousUsers", undefined, ["0.0.0.0-255.255.255.255"]],
    ["Partner", "Tls", "Partners", undefined, undefined],
    ["Custom", "Tls", "None", undefined, undefined],
] as const;

describe("what a new receive connector starts with", () => {
    for (const [usage, authMechanism, permissionGroups, bindings, remoteIpRanges] of presets) {
        it(`usage ${usage}`, () => {
            const wanted = canonical({
                authMechanism,
                permissionGroups,
                ...(bindings && { bindings }),
                ...(remoteIpRanges && { remoteIpRanges }),
            });
            const start = initial({ usage });
            for (const name of ["authMechanism", "permissionGroups", "bindings", "remoteIpRanges"]) {
                expect(start[name], name).to.deep.equal(wanted[name]);
            }
            expect(rules.filter(({ when }) => when(start)).map(({ code }) => code)).to.deep.equal([]);
        });
    }

    it("no usage means Custom", () => expect(initial({})).to.deep.equal(initial({ usage: "Custom" })));
    it("every value is canonical", () => {
        for (const [usage] of presets) {
            const { ...start } = initial({ usage });
            expect(canonical(start)).to.deep.equal(start);
        }
    });
});

describe("what goes along with a change of a receive connector", () => {
    const along = (wanted: object, live: object = {}) =>
        companions({
            wanted: canonical({ ...wanted }),
            declared: canonical({ ...wanted }),
            merged: canonical({ ...live, ...wanted }),
        });
    const rows: readonly (readonly [what: string, wanted: object, live: object, along: object])[] = [
        ["R13: chunking off", { chunkingEnabled: false }, { binaryMimeEnabled: true }, { binaryMimeEnabled: false }],
        ["R13: binary MIME off already", { chunkingEnabled: false }, { binaryMimeEnabled: false }, {}],
        ["R13: binary MIME not known", { chunkingEnabled: false }, {}, {}],
        ["R13: the declared is not overruled", { chunkingEnabled: false, binaryMimeEnabled: true }, {}, {}],
        ["R13: binary MIME on", { binaryMimeEnabled: true }, { chunkingEnabled: false }, {}],
        ["R4: TLS is never given up silently", { authMechanism: ["BasicAuth"] }, { requireTls: true }, {}],
        ["R4: Tls is never added silently", { requireTls: true }, { authMechanism: ["ExchangeServer"] }, {}],
    ];
    for (const [what, wanted, live, expected] of rows) {
        it(what, () => expect(along(wanted, live)).to.deep.equal(expected));
    }
});

describe("built-in receive connectors", () => {
    const rows: readonly (readonly [name: string, server: string | undefined, builtIn: boolean])[] = [
        ["Default Frontend EX01", "EX01", true],
        ["default frontend ex01", "EX01", true],
        ["Outbound Proxy Frontend EX01", "EX01", true],
        ["Client Frontend EX01", "EX01", true],
        ["Default EX01", "EX01", true],
        ["Client Proxy EX01", "EX01", true],
        ["Client HUB10", "HUB10", true],
        ["Default internal receive connector EDGE01", "EDGE01", true],
        ["Default Frontend EX02", "EX01", false],
        ["Default Frontend EX01 copy", "EX01", false],
        ["Default Frontend  EX01", "EX01", false],
        ["Default Frontend", "EX01", false],
        ["Default Frontend EX01", undefined, false],
        ["EX01", "EX01", false],
        ["", "EX01", false],
        ["From Fabrikam", "EX01", false],
    ];
    for (const [name, server, builtIn] of rows) {
        it(`'${name}' on ${server}: ${builtIn}`, () => expect(isBuiltIn(name, server)).to.equal(builtIn));
    }
});
