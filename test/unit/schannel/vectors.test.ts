import { expect } from "chai";
import { READ_KEYS } from "../../../provider/resources/schannel-settings/reading/keys";
import { codes, TestResource } from "./resource";
import { LOCAL, NET, POLICY, SCH, TestServer } from "./server";

const OLD_OFF = { protocols: { "TLS 1.0": "disabled", "TLS 1.1": "disabled" } } as const;
const NET_ON = { dotNet: { strongCrypto: true, systemDefaultTlsVersions: true } } as const;
const RC4 = `${SCH}\\Ciphers\\RC4 40/128`;
const TLS12 = `${SCH}\\Protocols\\TLS 1.2`;
const server = (build = 17763) => new TestServer(build, ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]);

/** The vectors of section 20: what the provider reads, decides and writes in each. */
describe("schannel/vectors of section 20", () => {
    it("1: values of a key that is there stay, whatever else is written into it", () => {
        const one = server();
        one.set(64, `${TLS12}\\Server`, "Enabled", "DWord", 0);
        one.set(64, `${TLS12}\\Server`, "DisabledByDefault", "DWord", 0);
        one.set(64, `${TLS12}\\Server`, "Remark", "String", "ours");
        new TestResource(one, "2019 CU15", { protocols: { "TLS 1.2": "enabled" } }).up();
        expect(one.get(64, `${TLS12}\\Server`, "Enabled")).to.deep.equal({ kind: "DWord", data: 1 });
        expect(one.get(64, `${TLS12}\\Server`, "DisabledByDefault")).to.deep.equal({ kind: "DWord", data: 0 });
        expect(one.get(64, `${TLS12}\\Server`, "Remark")?.data).to.equal("ours");
    });

    it("2: subkeys and other values of the .NET keys stay, also when all is given back", () => {
        const one = server();
        const before = one.dump();
        const resource = new TestResource(one, "2019 CU15", NET_ON);
        expect(resource.up().changes.length).to.equal(8);
        expect(one.hasKey(32, `${NET}\\SKUs`)).to.equal(true);
        resource.destroy();
        expect(one.dump()).to.deep.equal(before);
    });

    it("3: a slash is part of the name: no nested key comes to be", () => {
        const one = server();
        const { calls } = new TestResource(one, "2019 CU15", { ciphers: { "AES 128/128": "enabled" } }).up();
        expect(calls).to.deep.equal([
            {
                reg: "set",
                hive: "HKLM",
                view: 64,
                key: `${SCH}\\Ciphers\\AES 128/128`,
                name: "Enabled",
                kind: "DWord",
                data: 0xffffffff,
            },
        ]);
        expect(one.hasKey(64, `${SCH}\\Ciphers\\AES 128`)).to.equal(false);
    });

    for (const data of [-1, 0xffffffff]) {
        it(`4: ${data} is the number 4294967295, on and canonical for a cipher`, () => {
            const one = server();
            one.set(64, RC4, "Enabled", "DWord", data);
            const resource = new TestResource(one, "2019 CU15", { ciphers: { "RC4 40/128": "enabled" } });
            expect(resource.preview().changes).to.deep.equal([]);
            expect(resource.outputs().findings).to.deep.equal([]);
        });
    }

    it("5: the slash key counts, not the nested one, which is told and goes on request", () => {
        const one = server();
        one.set(64, RC4, "Enabled", "DWord", 1);
        one.set(64, `${SCH}\\Ciphers\\RC4 40\\128`, "Enabled", "DWord", 0);
        const resource = new TestResource(one, "2019 CU15", { ciphers: { "RC4 40/128": "disabled" } });
        const plan = resource.preview();
        expect(plan.words).to.deep.equal([`HKLM\\${RC4}  Enabled: DWord 1 -> DWord 0`]);
        expect(plan.notes.join()).to.match(/RC4 40 is two nested keys in place of the one key 'RC4 40\/128'/);
        resource.declare({ ciphers: { "RC4 40/128": "disabled" }, repair: true }).up();
        expect(one.hasKey(64, `${SCH}\\Ciphers\\RC4 40`)).to.equal(false);
        expect(one.get(64, RC4, "Enabled")?.data).to.equal(0);
    });

    it("6: a stray empty parent hides nothing, is told, and goes on request", () => {
        const one = server();
        one.set(64, RC4, "Enabled", "DWord", 0);
        one.set(64, `${SCH}\\Ciphers\\RC4 40`, undefined);
        const resource = new TestResource(one, "2019 CU15", { ciphers: { "RC4 40/128": "disabled" } });
        expect(resource.preview().changes).to.deep.equal([]);
        expect(resource.outputs().findings.length).to.equal(1);
        const repair = resource.declare({ repair: true }).up();
        expect(repair.words).to.deep.equal([
            `HKLM\\${SCH}\\Ciphers\\RC4 40: the key is removed, empty as it is then (repair)`,
        ]);
        expect(resource.outputs()).to.deep.include({ findings: [], rebootRequired: false });
    });

    it("7: Windows Server 2019 with nothing set", () => {
        const { effective } = new TestResource(server(), "2019 CU14").outputs();
        const states = ["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"].map((name) => effective[name as "TLS 1.0"]?.server);
        expect(states.map((state) => state?.active)).to.deep.equal(["offered", "offered", "offered", undefined]);
        expect(states[0]?.by).to.equal("OS default");
    });

    it("8: Windows Server 2022 with nothing set has TLS 1.3, which HealthChecker calls Disabled", () => {
        const { effective, healthChecker } = new TestResource(server(20348), "SE").outputs();
        expect(effective["TLS 1.3"]?.client.configured).to.equal("offered");
        expect(effective["TLS 1.3"]?.healthChecker).to.equal("Disabled");
        expect(healthChecker.filter((line) => line.includes("TLS 1.3"))).to.deep.equal([]);
    });

    it("9: Enabled 0 without DisabledByDefault is Disabled, with two red lines", () => {
        const one = server();
        for (const role of ["Client", "Server"])
            one.set(64, `${SCH}\\Protocols\\TLS 1.0\\${role}`, "Enabled", "DWord", 0);
        const { effective, healthChecker } = new TestResource(one, "2019 CU14").outputs();
        expect(effective["TLS 1.0"]?.healthChecker).to.equal("Disabled");
        expect(healthChecker.filter((line) => /^red: TLS 1\.0 .*should be defined/.test(line)).length).to.equal(2);
    });

    it("10, 11: what HealthChecker calls Misconfigured and Half Disabled is told before it is written", () => {
        const resource = new TestResource(server(), "2019 CU15", {
            ...NET_ON,
            protocols: { "DTLS 1.0": { client: "disabled" } },
        });
        expect(resource.preview().notes.join()).to.match(/DTLS 1\.0 becomes what HealthChecker calls Misconfigured/);
    });

    it("12: 0xffffffff is Enabled for a protocol, is told, and becomes 1 on request", () => {
        const one = server();
        for (const role of ["Client", "Server"]) {
            one.set(64, `${TLS12}\\${role}`, "Enabled", "DWord", 0xffffffff);
            one.set(64, `${TLS12}\\${role}`, "DisabledByDefault", "DWord", 0);
        }
        const before = one.dump();
        const resource = new TestResource(one, "2019 CU15", { protocols: { "TLS 1.2": "enabled" } });
        expect(resource.up().changes).to.deep.equal([]);
        expect(resource.outputs().effective["TLS 1.2"]?.healthChecker).to.equal("Enabled");
        expect(resource.outputs().findings.length).to.equal(2);
        expect(resource.declare({ protocols: { "TLS 1.2": "enabled" }, repair: true }).up().changes.length).to.equal(2);
        expect(one.get(64, `${TLS12}\\Client`, "Enabled")?.data).to.equal(1);
        resource.destroy();
        expect(one.dump()).to.deep.equal(before);
    });

    it("13: a text where a DWord belongs stops the plan until it may be repaired, and comes back as it was", () => {
        const one = server();
        one.set(64, RC4, "Enabled", "String", "0");
        const before = one.dump();
        const resource = new TestResource(one, "2019 CU15", { ciphers: { "RC4 40/128": "disabled" } });
        const plan = resource.up();
        expect(codes(plan)).to.deep.equal(["Kind"]);
        expect(plan.refusals[0]?.message).to.match(/is String '0', where a DWord belongs.*repair: true/);
        expect(one.writes).to.equal(0);
        resource.declare({ ciphers: { "RC4 40/128": "disabled" }, repair: true }).up();
        expect(one.get(64, RC4, "Enabled")).to.deep.equal({ kind: "DWord", data: 0 });
        resource.destroy();
        expect(one.dump()).to.deep.equal(before);
    });

    it("14: where policy has a list, the local one is refused, and the policy's can be declared", () => {
        const one = server();
        const order = ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"];
        one.set(64, POLICY, "Functions", "String", "TLS_RSA_WITH_AES_128_CBC_SHA");
        one.set(64, POLICY, "EccCurves", "MultiString", ["NistP256"]);
        const resource = new TestResource(one, "2019 CU15", { cipherSuites: { order } });
        expect(codes(resource.up())).to.include("G7");
        expect(one.writes).to.equal(0);
        const plan = resource.declare({ cipherSuites: { order, scope: "policy" } }).up();
        expect(plan.refusals).to.deep.equal([]);
        expect(plan.notes.join()).to.match(/overwrites a group policy's list/);
        expect(one.get(64, POLICY, "EccCurves")?.data).to.deep.equal(["NistP256"]);
    });

    it("15: no number that is written is negative or beyond 32 bits", () => {
        const { calls } = new TestResource(server(), "2019 CU15", {
            ciphers: { NULL: "enabled" },
            winHttp: { protocols: ["TLS 1.2"] },
            eventLogging: 7,
        }).preview();
        const numbers = calls.map((call) => ("reg" in call && call.reg === "set" ? Number(call.data) : Number.NaN));
        expect(numbers.every((data) => data >= 0 && data <= 0xffffffff)).to.equal(true);
    });

    it("16: TLS 1.0 does not go while SchUseStrongCrypto is absent", () => {
        const resource = new TestResource(server(), "2019 CU15", OLD_OFF);
        const plan = resource.up();
        expect(codes(plan)).to.deep.equal(["G1"]);
        expect(plan.refusals[0]?.message).to.match(/dotNet\.v4\.32-bit\.strongCrypto is absent.*declare .*dotNet/);
        expect(resource.server.writes).to.equal(0);
    });

    it("17: a change is configured and not active until the machine was started", () => {
        const one = server();
        const resource = new TestResource(one, "2019 CU15", { ...OLD_OFF, ...NET_ON, force: ["G1"] });
        resource.up();
        const before = resource.outputs();
        expect(before.effective["TLS 1.0"]?.server).to.include({ configured: "off", active: "offered" });
        expect(before.rebootRequired).to.equal(true);
        one.restart();
        const after = resource.outputs();
        expect(after.effective["TLS 1.0"]?.server).to.include({ configured: "off", active: "off" });
        expect(after.rebootRequired).to.equal(false);
    });

    it("18: a second apply writes nothing", () => {
        const resource = new TestResource(server(), "2019 CU15", { ...NET_ON, winHttp: { protocols: ["TLS 1.2"] } });
        resource.up();
        const writes = resource.server.writes;
        expect(resource.up().calls).to.deep.equal([]);
        expect(resource.server.writes).to.equal(writes);
    });

    it("19: both nodes of .NET and WinHTTP are named by their view", () => {
        const one = server();
        one.set(32, NET, "SchUseStrongCrypto", "DWord", 1);
        const { words } = new TestResource(one, "2019 CU15", { dotNet: { v4: { strongCrypto: true } } }).preview();
        expect(words).to.deep.equal([`HKLM\\${NET}  SchUseStrongCrypto: absent -> DWord 1`]);
        expect(READ_KEYS.filter(({ view }) => view === 32).length).to.equal(3);
    });

    it("20: what was absent is absent again, with the keys that were made for it, and its neighbours untouched", () => {
        const one = server();
        one.set(64, `${SCH}\\Protocols\\SSL 3.0\\Server`, "Enabled", "DWord", 0);
        const before = one.dump();
        const resource = new TestResource(one, "2019 CU15", {
            protocols: { "TLS 1.2": "enabled", "SSL 3.0": "disabled" },
        });
        resource.up();
        expect(one.hasKey(64, `${TLS12}\\Client`)).to.equal(true);
        resource.destroy();
        expect(one.dump()).to.deep.equal(before);
    });

    it("one exchange reads everything", () => {
        const one = server();
        one.set(64, LOCAL, "Functions", "MultiString", ["TLS_AES_256_GCM_SHA384"]);
        expect(READ_KEYS.length).to.be.within(80, 110);
    });
});
