import { expect } from "chai";
import type { SchannelInputs } from "../../../provider/resources/schannel-settings";
import { codes, type ExchangeName, TestResource } from "./resource";
import { NET, POLICY, SCH, TestServer } from "./server";

const SUITE = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
/** Windows Server 2012 R2 has no ECDHE_RSA with GCM. */
const CURVED = "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384";
const make = (inputs: SchannelInputs, build = 17763, exchange: ExchangeName = "2019 CU15") =>
    new TestResource(new TestServer(build, [SUITE]), exchange, inputs);
const both = (server: TestServer, protocol: string, name: string, data: number) => {
    for (const role of ["Client", "Server"])
        server.set(64, `${SCH}\\Protocols\\${protocol}\\${role}`, name, "DWord", data);
};

/** Section 17: what peers do wrong, by their number there. */
const defects: Readonly<Record<string, () => void>> = {
    "SChannelDsc 1: other values of a role's key survive, and both values are defined": () => {
        const resource = make({ protocols: { "TLS 1.2": "enabled" } });
        both(resource.server, "TLS 1.2", "DisabledByDefault", 0);
        both(resource.server, "TLS 1.2", "Other", 5);
        resource.up();
        expect(resource.server.get(64, `${SCH}\\Protocols\\TLS 1.2\\Client`, "DisabledByDefault")?.data).to.equal(0);
        expect(resource.server.get(64, `${SCH}\\Protocols\\TLS 1.2\\Client`, "Other")?.data).to.equal(5);
        expect(resource.outputs().healthChecker.filter((line) => line.includes("TLS 1.2"))).to.deep.equal([]);
    },
    "SChannelDsc 2: a protocol that is not declared is not touched": () => {
        const resource = make({ protocols: { "TLS 1.2": "enabled" } });
        both(resource.server, "TLS 1.1", "Enabled", 1);
        expect(resource.up().words.filter((line) => line.includes("TLS 1.1"))).to.deep.equal([]);
        expect(resource.server.get(64, `${SCH}\\Protocols\\TLS 1.1\\Client`, "Enabled")?.data).to.equal(1);
    },
    "SChannelDsc 3: 0xffffffff is on": () => {
        const resource = make({});
        both(resource.server, "SSL 3.0", "Enabled", 0xffffffff);
        both(resource.server, "SSL 3.0", "DisabledByDefault", 0);
        expect(resource.outputs().effective["SSL 3.0"]?.client.configured).to.equal("offered");
    },
    "SChannelDsc 4: absent is what this Windows does, not always on": () => {
        const { effective } = make({}, 26100, "SE").outputs();
        expect("SSL 2.0" in effective).to.equal(false);
        expect(effective["SSL 3.0"]?.server.configured).to.equal("off");
    },
    "SChannelDsc 5: default of one role leaves the other role and the key alone": () => {
        const resource = make({ protocols: { "SSL 3.0": { server: "default" } } });
        both(resource.server, "SSL 3.0", "Enabled", 0);
        both(resource.server, "SSL 3.0", "DisabledByDefault", 0);
        resource.up();
        expect(resource.server.get(64, `${SCH}\\Protocols\\SSL 3.0\\Client`, "Enabled")?.data).to.equal(0);
        expect(resource.server.get(64, `${SCH}\\Protocols\\SSL 3.0\\Server`, "Enabled")).to.equal(undefined);
        // Not ours, so it stays, empty.
        expect(resource.server.hasKey(64, `${SCH}\\Protocols\\SSL 3.0\\Server`)).to.equal(true);
    },
    "SChannelDsc 5: a state of two values that disagree is told by its values": () => {
        const resource = make({ protocols: { "SSL 3.0": "disabled" } });
        both(resource.server, "SSL 3.0", "Enabled", 0);
        both(resource.server, "SSL 3.0", "DisabledByDefault", 0);
        const text = "as found: Enabled DWord 0, DisabledByDefault DWord 0";
        expect(resource.present()).to.deep.equal({ protocols: { "SSL 3.0": text } });
    },
    "SChannelDsc 6: the policy's suites leave its curves alone, are limited, and know of the local list": () => {
        const resource = make({ cipherSuites: { order: [SUITE], scope: "policy" } });
        resource.server.set(64, POLICY, "EccCurves", "MultiString", ["NistP384"]);
        resource.up();
        expect(resource.server.get(64, POLICY, "EccCurves")?.data).to.deep.equal(["NistP384"]);
        resource.destroy();
        expect(resource.server.get(64, POLICY, "Functions")).to.equal(undefined);
        const order = Array.from({ length: 40 }, (_, index) => `TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384_P${index}`);
        expect(codes(make({ cipherSuites: { order: [SUITE, ...order], scope: "policy" } }).preview())).to.include("G8");
    },
    "SChannelDsc 7: .NET values that are not declared are not written": () => {
        const resource = make({ winHttp: { protocols: ["TLS 1.2"] } });
        resource.server.set(64, NET, "SchUseStrongCrypto", "DWord", 1);
        resource.up();
        expect(resource.server.get(64, NET, "SchUseStrongCrypto")?.data).to.equal(1);
        expect(resource.server.get(64, NET, "SystemDefaultTlsVersions")).to.equal(undefined);
    },
    "SChannelDsc 8: the WinHTTP mask knows TLS 1.3, and is compared as it is written": () => {
        const resource = make({ winHttp: { protocols: ["TLS 1.3", "TLS 1.2"] } }, 20348, "SE");
        const place = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp";
        for (const view of [64, 32] as const)
            resource.server.set(view, place, "DefaultSecureProtocols", "DWord", 0x2aa8);
        expect(resource.up().changes.length).to.equal(2);
        expect(resource.server.get(32, place, "DefaultSecureProtocols")?.data).to.equal(0x2800);
        expect(resource.up().changes).to.deep.equal([]);
    },
    "SChannelDsc 9: sizes leave Enabled of the same key alone": () => {
        const resource = make({ keySizes: { diffieHellman: { serverMin: 4096 } } });
        const key = `${SCH}\\KeyExchangeAlgorithms\\Diffie-Hellman`;
        resource.server.set(64, key, "Enabled", "DWord", 0xffffffff);
        resource.up();
        expect(resource.server.get(64, key, "Enabled")?.data).to.equal(0xffffffff);
        resource.destroy();
        expect(resource.server.hasKey(64, key)).to.equal(true);
        expect(resource.server.get(64, key, "ServerMinKeyBitLength")).to.equal(undefined);
    },
    "SChannelDsc 10: a restart is due only after a write, and says since when": () => {
        const resource = make({ eventLogging: 1 });
        resource.up();
        expect(resource.outputs().rebootRequired).to.equal(false);
        resource.declare({ eventLogging: 7 }).up();
        const since = resource.outputs().pendingSince;
        resource.server.now += 86_400_000;
        resource.up();
        expect(resource.outputs()).to.include({ rebootRequired: true, pendingSince: since });
    },
    "HealthChecker: absent is not 0, and a red line for TLS 1.3 where it is supported is foretold": () => {
        const resource = make({ renegotiation: { allowInsecureClients: false } });
        expect(resource.up().words[0]).to.match(/AllowInsecureRenegoClients: absent -> DWord 0$/);
        const with13 = make({ protocols: { "TLS 1.3": "enabled" } }, 20348, "SE").preview();
        expect(with13.refusals).to.deep.equal([]);
        expect(with13.notes.join()).to.match(/HealthChecker prints a red line/);
    },
    "EDCA a: an untouched server does not pass for one without TLS 1.0": () => {
        expect(make({}).outputs().effective["TLS 1.0"]?.server.configured).to.equal("offered");
    },
    "EDCA b: both roles count": () => {
        const resource = make({});
        resource.server.set(64, `${SCH}\\Protocols\\TLS 1.0\\Server`, "Enabled", "DWord", 0);
        const state = resource.outputs().effective["TLS 1.0"];
        expect([state?.client.configured, state?.server.configured]).to.deep.equal(["offered", "off"]);
    },
    "EDCA c: TLS 1.2 at 0xffffffff is on, and needs no write": () => {
        const resource = make({ protocols: { "TLS 1.2": "enabled" } });
        both(resource.server, "TLS 1.2", "Enabled", 0xffffffff);
        both(resource.server, "TLS 1.2", "DisabledByDefault", 0);
        expect(resource.preview().changes).to.deep.equal([]);
    },
    "EDCA d: no call makes a key anew": () => {
        const calls = make({ baseline: "exchange", force: ["G1"] }).preview().calls;
        expect(calls.every((call) => "local" in call || ("reg" in call && call.reg === "set"))).to.equal(true);
    },
    "EDCA e: nested keys are neither made nor believed": () => {
        const resource = make({ ciphers: { "RC4 128/128": "disabled" } });
        resource.server.set(64, `${SCH}\\Ciphers\\RC4 128\\128`, "Enabled", "DWord", 0);
        expect(resource.preview().words.length).to.equal(1);
    },
    "EDCA f: TLS 1.3 suites are known by their names": () => {
        const resource = make({ cipherSuites: { order: ["TLS_AES_256_GCM_SHA384"] } }, 20348, "SE");
        expect(codes(resource.preview())).to.deep.equal(["G5"]);
    },
    "EDCA g: the baseline leaves TLS 1.3 on where Exchange supports it": () => {
        const words = make({ baseline: "exchange", force: ["G1"] }, 26100, "SE").preview().words;
        expect(words.filter((line) => line.includes("TLS 1.3"))).to.deep.equal([]);
    },
    "DEPR's script: a key that is missing is made by the write": () => {
        const resource = make({ protocols: { "TLS 1.0": "enabled" } });
        expect(resource.up().refusals).to.deep.equal([]);
        expect(resource.server.get(64, `${SCH}\\Protocols\\TLS 1.0\\Server`, "Enabled")?.data).to.equal(1);
    },
    "EXTLS's suite list: Windows Server 2012 R2 gets the policy's form, never the local list": () => {
        const local = make({ cipherSuites: { order: [`${SUITE}_P256`] } }, 9600, "2016").preview();
        expect(codes(local)).to.include("Version");
        const policy = make(
            { cipherSuites: { order: [`${CURVED}_P256`, `${CURVED}_P384`], scope: "policy" } },
            9600,
            "2016",
        );
        expect(policy.up().refusals).to.deep.equal([]);
        expect(policy.server.get(64, POLICY, "Functions")).to.deep.equal({
            kind: "String",
            data: `${CURVED}_P256,${CURVED}_P384`,
        });
    },
};

describe("schannel/defects of section 17", () => {
    for (const [what, check] of Object.entries(defects)) it(what, check);
});
