import { expect } from "chai";
import { HandClock } from "../clock.js";
import { healthCheck } from "../health-checker/report.js";
import { RELEASES } from "../model/releases.js";
import { strictSwitches } from "../switches.js";
import { WINDOWS, type WindowsName } from "../windows/build.js";
import { runLocal } from "../windows/cmdlets/run.js";
import { NEIGHBOURS, NET_4, SCHANNEL, SUITES_LOCAL, SUITES_POLICY } from "../windows/keys.js";
import { Machine } from "../windows/machine.js";
import { installWindows } from "../windows/untouched.js";
import { outcome, RegistryBench } from "./bench.js";
import { int32, text, uint32 } from "./dot-net-value.js";

const RC4 = `${SCHANNEL}\\Ciphers\\RC4 40/128`;
const NESTED = `${SCHANNEL}\\Ciphers\\RC4 40\\128`;
const drive = (path: string) => `HKLM:\\${path}`;
const protocol = (version: string, role: string) => `${SCHANNEL}\\Protocols\\TLS ${version}\\${role}`;

/** Sheet 20, number for number. */
describe("lab: the sheet's vectors", () => {
    let bench: RegistryBench;
    beforeEach(() => {
        bench = new RegistryBench();
    });
    const audited = { ...RELEASES["2019 CU15"] };
    const check = () => healthCheck(bench.registry, audited);
    const roles = (version: string, values: Readonly<Record<string, number>>) => {
        for (const role of ["Client", "Server"]) {
            for (const [name, value] of Object.entries(values))
                bench.hand.setDword(protocol(version, role), name, value);
        }
    };
    const untouched = (windows: WindowsName, clock = new HandClock()) =>
        new Machine(
            "EX01",
            WINDOWS[windows],
            new Date(0),
            () => clock.now(),
            (hand) => installWindows(hand, WINDOWS[windows]),
        );

    it("1: New-Item -Force empties a key", () => {
        bench.hand.setDword(protocol("1.2", "Server"), "Enabled", 1);
        bench.hand.setDword(protocol("1.2", "Server"), "DisabledByDefault", 0);
        bench.drive.newItem(drive(protocol("1.2", "Server")), { force: true });
        expect(bench.hand.names(protocol("1.2", "Server"))).to.deep.equal([]);
    });

    it("2: and takes its sub-keys", () => {
        bench.hand.setText(`${NET_4[0]}\\SKUs\\x`, "", "vendor");
        bench.drive.newItem(drive(NET_4[0]), { force: true });
        expect(bench.hand.keys(NET_4[0])).to.deep.equal([]);
    });

    it("3: and makes two keys of a name with a slash", () => {
        bench.drive.newItem(drive(`${SCHANNEL}\\Ciphers\\AES 128/128`), { force: true });
        expect(bench.hand.keys(`${SCHANNEL}\\Ciphers`)).to.deep.equal(["AES 128"]);
        expect(bench.hand.keys(`${SCHANNEL}\\Ciphers\\AES 128`)).to.deep.equal(["128"]);
    });

    it("4: 0xffffffff by the provider and by .NET", () => {
        bench.hand.setDword(RC4, "Enabled", 0xffff_ffff);
        expect(bench.drive.getItemProperty(drive(RC4)).Enabled).to.deep.equal(uint32(4_294_967_295));
        expect(bench.hklm.openSubKey(RC4)?.getValue("Enabled")).to.deep.equal(int32(-1));
    });

    it("5: beside the nested keys the provider does not see the right one", () => {
        bench.hand.setDword(RC4, "Enabled", 1);
        bench.hand.setDword(NESTED, "Enabled", 0);
        expect(bench.drive.getItemProperty(drive(RC4)).Enabled).to.deep.equal(int32(0));
        expect(bench.hklm.openSubKey(RC4)?.getValue("Enabled")).to.deep.equal(int32(1));
    });

    it("6: nor beside a stray parent", () => {
        bench.hand.createKey(RC4);
        bench.hand.createKey(`${SCHANNEL}\\Ciphers\\RC4 40`);
        expect(bench.drive.testPath(drive(RC4))).to.equal(false);
        expect(bench.hklm.openSubKey(RC4)).not.to.equal(null);
    });

    it("7: WS2019 with nothing set", () => {
        expect(untouched("WS2019").configuredState.protocols).to.include({
            ...{ "TLS 1.0 Server": "on", "TLS 1.1 Client": "on", "TLS 1.2 Server": "on" },
            "TLS 1.3 Server": "not supported",
        });
    });

    it("8: WS2022 with nothing set", () => {
        const machine = untouched("WS2022");
        expect(machine.configuredState.protocols["TLS 1.3 Server"]).to.equal("on");
        expect(healthCheck(machine.registry, audited).labels["1.3"]).to.equal("Disabled");
    });

    it("9: 1.0 off without DisabledByDefault", () => {
        roles("1.0", { Enabled: 0 });
        const { labels, findings } = check();
        expect(labels["1.0"]).to.equal("Disabled");
        const missing = findings.filter(({ what, about }) => what === "value-missing" && about.startsWith("1.0"));
        expect(missing).to.have.length(2);
        expect(missing[0]?.colour).to.equal("red");
    });

    it("10: and with it on the server only", () => {
        roles("1.0", { Enabled: 0 });
        bench.hand.setDword(protocol("1.0", "Server"), "DisabledByDefault", 1);
        expect(check().labels["1.0"]).to.equal("Misconfigured");
    });

    it("11: both 0", () => {
        roles("1.0", { Enabled: 0, DisabledByDefault: 0 });
        expect(check().labels["1.0"]).to.equal("Half Disabled");
    });

    it("12: -1 is enabled, and not the canonical number", () => {
        roles("1.2", { Enabled: -1, DisabledByDefault: 0 });
        expect(check().labels["1.2"]).to.equal("Enabled");
        expect(bench.hand.dword(protocol("1.2", "Server"), "Enabled")).to.equal(0xffff_ffff);
    });

    it("13: text where a number belongs", () => {
        bench.hand.setText(protocol("1.0", "Server"), "Enabled", "0");
        const key = bench.hklm.openSubKey(protocol("1.0", "Server"));
        expect(key?.getValue("Enabled")).to.deep.equal(text("0"));
        expect(key?.getValueKind("Enabled")).to.equal("String");
    });

    for (const suiteCmdletsUnderPolicy of ["refuse", "no-effect"] as const) {
        it(`14: a policy has the suites: ${suiteCmdletsUnderPolicy}`, () => {
            const machine = untouched("WS2022");
            machine.hand.setText(SUITES_POLICY, "Functions", "TLS_AES_256_GCM_SHA384");
            const before = machine.hand.dump("");
            const switches = { ...strictSwitches(), suiteCmdletsUnderPolicy };
            const server = {
                ...audited,
                name: "EX01",
                fqdn: "",
                guid: "",
                isEdge: false,
                site: "",
                installed: new Date(0),
            };
            const given = { Name: "TLS_AES_128_GCM_SHA256" };
            const { error, changed } = runLocal("Disable-TlsCipherSuite", given, { machine, server, switches });
            expect(error === null).to.equal(suiteCmdletsUnderPolicy === "no-effect");
            expect(changed).to.equal(false);
            expect(machine.hand.dump("")).to.equal(before);
            expect(machine.hand.texts(SUITES_LOCAL, "Functions")).to.include("TLS_AES_128_GCM_SHA256");
        });
    }

    it("15: .NET takes no UInt32 for a DWord", () => {
        const key = bench.hklm.createSubKey(RC4);
        expect(outcome(() => key.setValue("Enabled", uint32(4_294_967_295), "DWord"))).to.equal("ArgumentException");
    });

    it("16: 1.0 off while .NET has no strong crypto is red", () => {
        roles("1.0", { Enabled: 0, DisabledByDefault: 1 });
        for (const key of NET_4) bench.hand.setDword(key, "SystemDefaultTlsVersions", 1);
        expect(check().findings).to.deep.include({ what: "net-value-not-1", colour: "red", about: "v4" });
    });

    it("17: a change is in force after a boot, and nothing marks one as pending", () => {
        const clock = new HandClock();
        const machine = untouched("WS2022", clock);
        const markers = () => NEIGHBOURS.map((key) => machine.hand.dump(key)).join("");
        const before = markers();
        machine.hand.setDword(protocol("1.0", "Server"), "Enabled", 0);
        expect(machine.configuredState.protocols["TLS 1.0 Server"]).to.equal("off");
        expect(machine.activeState.protocols["TLS 1.0 Server"]).to.equal("on");
        expect(machine.active.kind(protocol("1.0", "Server"), "Enabled")).to.equal(undefined);
        clock.advance(5000);
        machine.reboot();
        expect(machine.activeState).to.deep.equal(machine.configuredState);
        expect(machine.lastBoot).to.deep.equal(clock.now());
        expect(markers()).to.equal(before);
    });

    it("18: opening what is there writes nothing", () => {
        bench.hand.setDword(RC4, "Enabled", 0);
        const at = bench.hand.lastWrite(RC4);
        bench.clock.advance(1000);
        expect(bench.hklm.createSubKey(RC4).created).to.deep.equal([]);
        expect(bench.hand.lastWrite(RC4)).to.deep.equal(at);
    });

    it("19: a 32-bit process sees Wow6432Node", () => {
        bench.hand.setDword(NET_4[0], "SchUseStrongCrypto", 64);
        bench.hand.setDword(NET_4[1], "SchUseStrongCrypto", 32);
        expect(bench.hklm32.openSubKey(NET_4[0])?.getValue("SchUseStrongCrypto")).to.deep.equal(int32(32));
    });

    it("20: taking back what was made leaves no trace, and the siblings whole", () => {
        bench.hand.setDword(`${SCHANNEL}\\Ciphers\\NULL`, "Enabled", 0);
        const before = bench.hand.dump("");
        const { created } = bench.hklm.createSubKey(RC4);
        bench.hklm.openSubKey(RC4, true)?.setValue("Enabled", int32(0), "DWord");
        bench.hklm.openSubKey(RC4, true)?.deleteValue("Enabled");
        for (const path of [...created].reverse()) bench.hklm.deleteSubKey(path);
        expect(bench.hand.dump("")).to.equal(before);
    });
});
