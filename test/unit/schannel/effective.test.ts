import { expect } from "chai";
import { PROTOCOLS, type Protocol } from "../../../provider/resources/schannel-settings/settings/names";
import { type Effect, effectFrom } from "../../../provider/resources/schannel-settings/tell/effective";
import { type Label, labelOf } from "../../../provider/resources/schannel-settings/tell/health-checker-words";
import { type Windows, windowsOf } from "../../../provider/resources/schannel-settings/versions/windows";
import { TestResource } from "./resource";
import { SCH, TestServer } from "./server";

const os = (build: number) => windowsOf(build) as Windows;
const ALL_ON = 0xffffffff;

/** Section 2.1 on Windows Server 2022: TLS 1.2 is on by default there, SSL 3.0 off. */
const pairs: readonly (readonly [number | null | undefined, number | null | undefined, Effect, Effect])[] = [
    [undefined, 0, "unclear", "unclear"],
    [1, undefined, "unclear", "unclear"],
    [0, undefined, "off", "off"],
    [0, 0, "off", "off"],
    [0, 1, "off", "off"],
    [0, null, "off", "off"],
    [1, 0, "offered", "offered"],
    [ALL_ON, 0, "offered", "offered"],
    [1, 1, "on request", "on request"],
    [1, ALL_ON, "on request", "on request"],
    [1, null, "offered", "on request"],
    [null, 0, "offered", "off"],
    [null, 1, "on request", "off"],
    [null, null, "offered", "off"],
];

/** Section 3, in the order of PROTOCOLS. */
const defaults: Readonly<Record<number, string>> = {
    9600: "off on on on on - on -",
    14393: "- off on on on - on on",
    17763: "- off on on on - on on",
    20348: "- off on on on on on on",
    26100: "- off on on on on on on",
};

describe("schannel/effective state", () => {
    for (const [enabled, byDefault, on, off] of pairs) {
        it(`Enabled ${enabled}, DisabledByDefault ${byDefault}: ${on} where Windows has it on, ${off} where not`, () => {
            expect(effectFrom(os(20348), "TLS 1.2", enabled, byDefault)).to.equal(on);
            expect(effectFrom(os(20348), "SSL 3.0", enabled, byDefault)).to.equal(off);
            expect(effectFrom(os(20348), "SSL 2.0", enabled, byDefault)).to.equal("not supported");
        });
    }

    for (const [build, row] of Object.entries(defaults)) {
        it(`nothing configured on build ${build}: ${row}`, () => {
            const words: Partial<Record<Effect, string>> = { offered: "on", off: "off", "not supported": "-" };
            const found = PROTOCOLS.map((protocol) => words[effectFrom(os(Number(build)), protocol, null, null)]);
            expect(found.join(" ")).to.equal(row);
        });
    }
});

type Four = readonly [
    clientEnabled: number | null,
    clientDbd: number | null,
    serverEnabled: number | null,
    serverDbd: number | null,
];
/** The fixtures of section 13, and vectors 8 to 12 of section 20. */
const labels: readonly (readonly [string, Protocol, Four, Label])[] = [
    ["all 1/0", "TLS 1.2", [1, 0, 1, 0], "Enabled"],
    ["all 0/1", "TLS 1.0", [0, 1, 0, 1], "Disabled"],
    ["all 1/1", "TLS 1.2", [1, 1, 1, 1], "Half Disabled"],
    ["all 0/0 (vector 11)", "TLS 1.0", [0, 0, 0, 0], "Half Disabled"],
    ["server 1/1, client 0/0", "TLS 1.0", [0, 0, 1, 1], "Misconfigured"],
    ["server 0/0, client 1/1", "TLS 1.0", [1, 1, 0, 0], "Misconfigured"],
    ["same Enabled, other DisabledByDefault", "TLS 1.0", [0, 1, 0, 0], "Misconfigured"],
    ["absent", "TLS 1.0", [null, null, null, null], "Enabled"],
    ["absent 1.3 (vector 8)", "TLS 1.3", [null, null, null, null], "Disabled"],
    ["0 and absent (vector 9)", "TLS 1.0", [0, null, 0, null], "Disabled"],
    ["DisabledByDefault only on the server (vector 10)", "TLS 1.0", [0, null, 0, 1], "Misconfigured"],
    ["0xffffffff (vector 12)", "TLS 1.2", [ALL_ON, 0, ALL_ON, 0], "Enabled"],
    ["IIS Crypto's best client", "TLS 1.0", [ALL_ON, 1, 0, 1], "Misconfigured"],
    ["client by DisabledByDefault, server by Enabled", "TLS 1.1", [null, 1, 0, null], "Misconfigured"],
];

describe("schannel/HealthChecker's words", () => {
    for (const [what, protocol, [clientEnabled, clientDbd, enabled, disabledByDefault], label] of labels) {
        it(`${protocol} ${what}: ${label}`, () => {
            const client = { enabled: clientEnabled, disabledByDefault: clientDbd };
            expect(labelOf(protocol, client, { enabled, disabledByDefault })).to.equal(label);
        });
    }
});

describe("schannel/HealthChecker's red lines of a protocol's state", () => {
    const pair = (server: TestServer, protocol: string, role: string, enabled: number, byDefault: number) => {
        const key = `${SCH}\\Protocols\\${protocol}\\${role}`;
        server.set(64, key, "Enabled", "DWord", enabled);
        server.set(64, key, "DisabledByDefault", "DWord", byDefault);
    };
    const rows = [
        ["TLS 1.2 switched off", "TLS 1.2", 1, "TLS 1.2: Disabled"],
        ["TLS 1.1 off by one value of two", "TLS 1.1", 0, "TLS 1.1: Half Disabled"],
    ] as const;
    for (const [what, protocol, byDefault, line] of rows) {
        it(`${what}: ${line}`, () => {
            const server = new TestServer(17763);
            const red = () => new TestResource(server, "SE").outputs().healthChecker.join("\n");
            expect(red()).not.to.contain(line);
            for (const role of ["Client", "Server"]) pair(server, protocol, role, 0, byDefault);
            expect(red()).to.contain(line);
        });
    }
});
