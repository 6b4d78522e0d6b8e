import { expect } from "chai";
import type { Lab } from "../lab.js";
import { CURRENT_VERSION, NET_4, SCHANNEL, SUITES_LOCAL, SUITES_POLICY, WINHTTP_KEYS } from "../windows/keys.js";
import { WindowsAgent } from "./windows-agent.js";

const LAB = `${SCHANNEL}\\Lab`;
const PLACE = { hive: "HKLM", view: 64, key: `${LAB}\\RC4 40/128` } as const;
const GET = { ...PLACE, reg: "get" } as const;
const SET = { ...PLACE, reg: "set", name: "Enabled", kind: "DWord", data: 0xffff_ffff } as const;
const DELETE = { ...PLACE, reg: "delete" } as const;

describe("lab: registry calls that the agent refuses", () => {
    let windows: WindowsAgent;
    let lab: Lab;
    beforeEach(async () => {
        windows = await WindowsAgent.start();
        lab = windows.lab;
    });
    afterEach(() => windows.stop());

    const malformed: readonly object[] = [
        { ...GET, view: "64" },
        { ...GET, view: 0 },
        { ...GET, view: undefined },
        { ...GET, key: undefined },
        { ...GET, key: "" },
        { ...GET, key: "\\SYSTEM" },
        { ...GET, key: "SYSTEM\\" },
        { ...GET, key: "SYSTEM\\\\Lab" },
        { ...GET, name: null },
        { ...GET, name: 1 },
        { ...SET, name: undefined },
        { ...SET, data: undefined },
        { ...SET, data: null },
        { ...SET, kind: undefined },
        { ...SET, kind: "dword" },
        { ...SET, kind: "Unknown" },
        { ...SET, kind: "toString" },
        { ...SET, data: -1 },
        { ...SET, data: 4_294_967_296 },
        { ...SET, data: 1.5 },
        { ...SET, data: "1" },
        { ...SET, data: [1] },
        { ...SET, kind: "QWord", data: 1 },
        { ...SET, kind: "QWord", data: "" },
        { ...SET, kind: "QWord", data: "01" },
        { ...SET, kind: "QWord", data: "0x1" },
        { ...SET, kind: "QWord", data: "-1" },
        { ...SET, kind: "QWord", data: "18446744073709551616" },
        { ...SET, kind: "String", data: 1 },
        { ...SET, kind: "ExpandString", data: ["a"] },
        { ...SET, kind: "MultiString", data: "a" },
        { ...SET, kind: "MultiString", data: ["a", null] },
        { ...SET, kind: "Binary", data: "%%" },
        { ...SET, kind: "None", data: "AQ" },
        { cmd: "Get-TlsCipherSuite", par: {}, sel: [], local: false },
        { cmd: "Get-TlsCipherSuite", par: {}, sel: [], local: "true" },
    ];
    for (const call of malformed) {
        it(`${JSON.stringify(call)} is no request`, async () => {
            expect(await windows.refusal(call)).to.equal("BadRequest");
            expect(lab.registry("EX01").has(LAB)).to.equal(false);
            expect(lab.meter.mark().calls).to.deep.equal([]);
        });
    }

    const RUN = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";
    const forbidden: readonly object[] = [
        { machine: null },
        { machine: "reboot" },
        { ...GET, hive: undefined },
        { ...GET, hive: "HKCU" },
        { ...GET, reg: null },
        { ...GET, reg: "create" },
        { ...GET, key: "SYSTEM" },
        { ...GET, key: RUN },
        { ...GET, key: `${SCHANNEL}2` },
        { ...SET, key: CURRENT_VERSION },
        { ...SET, key: SUITES_LOCAL },
        { ...SET, key: `${RUN}` },
        { ...SET, key: NET_4[0].replace("\\v4.0.30319", "") },
        { ...SET, key: `${NET_4[0]}\\SKUs` },
        { ...SET, key: NET_4[0], name: "InstallRoot" },
        { ...DELETE, key: CURRENT_VERSION, name: "UBR" },
        { ...DELETE, key: NET_4[0] },
        { ...DELETE, key: SUITES_LOCAL, name: "Functions" },
        { ...DELETE, key: "SOFTWARE\\Policies\\Microsoft" },
        { ...GET, key: `${CURRENT_VERSION}\\Winlogon` },
    ];
    for (const call of forbidden) {
        it(`${JSON.stringify(call)} is not allowed`, async () => {
            const before = lab.registry("EX01").dump("");
            expect((await windows.error(call))?.code).to.equal("NotAllowed");
            expect(lab.registry("EX01").dump("")).to.equal(before);
        });
    }

    const allowed: readonly object[] = [
        { ...GET, key: SUITES_LOCAL },
        { ...GET, key: CURRENT_VERSION, name: "UBR" },
        { ...SET, key: NET_4[0], name: "SCHUSESTRONGCRYPTO" },
        { ...SET, key: SUITES_POLICY, name: "Functions", kind: "String", data: "TLS_AES_256_GCM_SHA384" },
        { ...DELETE, key: SUITES_POLICY },
        { ...DELETE, key: "SOFTWARE\\Policies\\Microsoft\\Cryptography" },
        { ...DELETE, key: WINHTTP_KEYS[1] },
        { ...DELETE, view: 32, key: WINHTTP_KEYS[0] },
    ];
    for (const call of allowed) {
        it(`${JSON.stringify(call)} is allowed`, async () => {
            expect(await windows.run(call)).to.include({ ok: true });
        });
    }
});
