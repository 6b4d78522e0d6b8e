import { expect } from "chai";
import type { AgentCall } from "../../../provider/session/frames.js";
import type { Lab } from "../lab.js";
import { byCmdlet, reads, writes } from "../meter.js";
import { NET_4, SCHANNEL } from "../windows/keys.js";
import { AGENT_PATH, OPEN, RawClient } from "./raw-client.js";
import { WindowsAgent } from "./windows-agent.js";

const LAB = `${SCHANNEL}\\Lab`;
const PLACE = { hive: "HKLM", view: 64, key: `${LAB}\\RC4 40/128` } as const;
const GET = { ...PLACE, reg: "get" } as const;
const SET = { ...PLACE, reg: "set", name: "Enabled", kind: "DWord", data: 0xffff_ffff } as const;
const DELETE = { ...PLACE, reg: "delete" } as const;
const FAR = { hive: "HKLM", view: 64, key: `${LAB}\\A\\B` } as const;

describe("lab: registry calls", () => {
    let windows: WindowsAgent;
    let lab: Lab;
    beforeEach(async () => {
        windows = await WindowsAgent.start();
        lab = windows.lab;
    });
    afterEach(() => windows.stop());

    const kept: readonly (readonly [kind: string, data: unknown])[] = [
        ["DWord", 0],
        ["DWord", 1],
        ["DWord", 0x8000_0000],
        ["DWord", 0xffff_ffff],
        ["QWord", "0"],
        ["QWord", "9223372036854775807"],
        ["QWord", "18446744073709551615"],
        ["String", ""],
        ["String", "Grüße, \u{1f511}, 'a' \"b\" $(c)"],
        ["String", "%SystemRoot%"],
        ["ExpandString", "%SystemRoot%\\x"],
        ["MultiString", []],
        ["MultiString", [""]],
        ["MultiString", ["a", "", "ü"]],
        ["Binary", ""],
        ["Binary", "AAEC/w=="],
        ["None", "AQ=="],
    ];
    for (const [kind, data] of kept) {
        it(`${kind} ${JSON.stringify(data)} comes back as it was`, async () => {
            const [written] = (await windows.out({ ...SET, kind, data })) ?? [];
            expect(written).to.deep.include({ Name: "Enabled", Kind: kind, Data: data });
            expect(await windows.out({ ...GET, name: "ENABLED" })).to.deep.equal([
                { Exists: true, Kind: kind, Data: data },
            ]);
            expect(windows.agent.text).to.match(/^[\n\x20-\x7e]*$/);
        });
    }

    it("what is not there", async () => {
        expect(await windows.out({ ...GET, name: "Enabled" })).to.deep.equal([{ Exists: false }]);
        expect(await windows.out(GET)).to.deep.equal([{ Exists: false, SubKeys: [] }]);
        expect(await windows.out({ ...DELETE, name: "Enabled" })).to.deep.equal([{ Exists: false }]);
        expect(await windows.out(DELETE)).to.deep.equal([{ Deleted: true }]);
        expect(lab.registry("EX01").has(LAB)).to.equal(false);
    });

    it("a set makes what is missing and tells of it, once, and touches nothing else", async () => {
        const hand = lab.registry("EX01");
        hand.setText(LAB.toUpperCase(), "Other", "vendor");
        hand.setDword(LAB.toUpperCase(), "ENABLED", 1);
        const CreatedKeys = [`${LAB}\\A`, `${LAB}\\A\\B`];
        expect(await windows.out({ ...SET, ...FAR })).to.deep.equal([
            { Name: "Enabled", Kind: "DWord", Data: 0xffff_ffff, CreatedKeys },
        ]);
        expect(await windows.out({ ...SET, ...FAR, data: 0 })).to.have.nested.property("[0].CreatedKeys").that.is.empty;
        await windows.run({ ...SET, key: LAB });
        expect(hand.dump(LAB.toUpperCase())).to.equal(
            [
                `[HKLM\\${LAB.toUpperCase()}]`,
                '"ENABLED" DWord 0xffffffff',
                '"Other" String "vendor"',
                `[HKLM\\${LAB.toUpperCase()}\\A]`,
                `[HKLM\\${LAB.toUpperCase()}\\A\\B]`,
                '"Enabled" DWord 0x00000000',
                "",
            ].join("\n"),
        );
    });

    it("a slash is part of a key's name", async () => {
        await windows.run(SET);
        expect(lab.registry("EX01").keys(LAB)).to.deep.equal(["RC4 40/128"]);
    });

    it("a whole key: sub-keys in the registry's order, values with kind and data", async () => {
        const hand = lab.registry("EX01");
        for (const name of ["b", "RC4 40/128", "A", "RC4 40"]) hand.createKey(`${LAB}\\${name}`);
        hand.setText(LAB, "Path", "x");
        hand.setRaw(LAB, "Odd", 4, Buffer.from([1]));
        hand.setRaw(LAB, "", 6, Buffer.from([2]));
        expect(await windows.out({ ...GET, key: LAB.toLowerCase() })).to.deep.equal([
            { Exists: true, SubKeys: ["A", "b", "RC4 40", "RC4 40/128"] },
            { Name: "Path", Kind: "String", Data: "x" },
            { Name: "Odd", Kind: "DWord", Data: "AQ==" },
            { Name: "", Kind: "Unknown", Data: null },
        ]);
    });

    it("a delete takes a value, or a key without anything in it", async () => {
        await windows.run({ ...SET, ...FAR });
        expect(await windows.out({ ...DELETE, key: `${LAB}\\A` })).to.deep.equal([{ Deleted: false }]);
        expect(await windows.out({ ...DELETE, ...FAR })).to.deep.equal([{ Deleted: false }]);
        expect(await windows.out({ ...DELETE, ...FAR, name: "enabled" })).to.deep.equal([{ Exists: false }]);
        expect(await windows.out({ ...DELETE, ...FAR })).to.deep.equal([{ Deleted: true }]);
        expect(lab.registry("EX01").dump(LAB)).to.equal(`[HKLM\\${LAB}]\n[HKLM\\${LAB}\\A]\n`);
    });

    it("the 32-bit view is Wow6432Node, below SOFTWARE only", async () => {
        const { hive, ...value } = { ...SET, name: "SchUseStrongCrypto" };
        const key = "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319";
        const hand = lab.registry("EX01");
        hand.removeTree(NET_4[1]);
        await windows.run({ ...value, hive, view: 32, key, data: 32 });
        await windows.run({ ...value, hive, view: 64, key, data: 64 });
        await windows.run({ ...SET, view: 32 });
        expect(NET_4.map((path) => hand.dword(path, "SchUseStrongCrypto"))).to.deep.equal([64, 32]);
        expect(hand.dword(PLACE.key, "Enabled")).to.equal(0xffff_ffff);
        await windows.run({ ...value, hive, view: 32, key: NET_4[1], data: 5 });
        expect(hand.dword(NET_4[1], "SchUseStrongCrypto")).to.equal(5);
    });

    const refused: readonly (readonly [access: "read" | "write", call: object, reason: string | undefined])[] = [
        ["read", GET, "SecurityException"],
        ["read", { ...GET, name: "Enabled" }, "SecurityException"],
        ["read", DELETE, "SecurityException"],
        ["write", GET, undefined],
        ["write", SET, "UnauthorizedAccessException"],
        ["write", { ...SET, key: `${PLACE.key}\\New` }, "UnauthorizedAccessException"],
        ["write", { ...DELETE, name: "Enabled" }, "SecurityException"],
        ["write", { ...DELETE, key: `${PLACE.key}\\Empty` }, "UnauthorizedAccessException"],
    ];
    for (const [access, call, reason] of refused) {
        it(`${access} denied: ${JSON.stringify(call)} gives ${reason}`, async () => {
            const hand = lab.registry("EX01");
            hand.setDword(PLACE.key, "Enabled", 1);
            hand.createKey(`${PLACE.key}\\Empty`);
            const before = hand.dump(LAB);
            hand.deny(PLACE.key, access);
            const error = await windows.error(call);
            expect(error?.reason).to.equal(reason);
            if (reason !== undefined) expect(error).to.include({ code: "Registry", transient: false });
            expect(hand.dump(LAB)).to.equal(before);
        });
    }

    it("names that are too long are refused by the registry", async () => {
        const long = { ...SET, key: `${LAB}\\${"k".repeat(256)}` };
        expect(await windows.error(long)).to.include({ code: "Registry", reason: "ArgumentException" });
        expect(await windows.error({ ...SET, name: "n".repeat(16_384) })).to.include({ reason: "ArgumentException" });
        expect(await windows.error({ ...SET, name: "n".repeat(16_383) })).to.equal(undefined);
    });

    it("tells the boot, and after a reboot the new one", async () => {
        const now = "2026-01-15T08:00:00.0000000Z";
        const [before] = (await windows.out({ machine: "boot" })) ?? [];
        expect(before).to.include({ Computer: "EX01", Now: now });
        expect(String(before?.LastBootUpTime) < now).to.equal(true);
        lab.organisation.reboot("EX01");
        expect(await windows.out({ machine: "boot" })).to.deep.equal([
            { Computer: "EX01", LastBootUpTime: now, Now: now },
        ]);
    });

    it("counts get and boot as reads, set and delete as writes, and notes all", async () => {
        for (const call of [GET, { machine: "boot" }, SET, SET, DELETE, { ...DELETE, name: "Enabled" }])
            await windows.run(call);
        const reading = lab.meter.mark();
        expect(byCmdlet(reading)).to.deep.equal({ "reg get": 1, "machine boot": 1, "reg set": 2, "reg delete": 2 });
        expect(reads(reading)).to.have.length(2);
        expect(writes(reading).map(({ effect }) => effect)).to.deep.equal([true, false, false, true]);
        const { reg, ...par } = SET;
        expect(writes(reading)[0]).to.deep.equal({ cmd: "reg set", par, kind: "write", ok: true, effect: true });
        expect(lab.transcript.join("\n")).to.match(/reg set .*RC4 40\/128.* ok/);
    });

    it("meets faults and hooks by its name", async () => {
        lab.faults.inject({ fault: "cmdlet-error", cmd: "reg set" });
        expect((await windows.error(SET))?.code).to.equal("Registry");
        expect(lab.registry("EX01").has(PLACE.key)).to.equal(false);
        lab.faults.inject({ fault: "error-after-write", cmd: "reg set" });
        expect((await windows.error(SET))?.code).to.equal("Registry");
        expect(lab.registry("EX01").has(PLACE.key)).to.equal(true);
        lab.faults.before("reg get", 1, () => lab.registry("EX01").setDword(PLACE.key, "Enabled", 5));
        expect(await windows.out({ ...GET, name: "Enabled" })).to.have.nested.property("[0].Data", 5);
    });

    it("a cut before the answer leaves the value written", async () => {
        lab.faults.inject({ fault: "cut-before-answer", cmd: "reg set" });
        windows.agent.send({ op: "batch", stopOnError: true, calls: [SET satisfies AgentCall] });
        await windows.agent.closed;
        expect(lab.registry("EX01").dword(PLACE.key, "Enabled")).to.equal(0xffff_ffff);
    });

    it("acts on the server that the connection reached, by a key, too", async () => {
        const { port, hostKey } = await lab.connectionTo("ex02.contoso.com");
        expect(await lab.connectionTo("EX02")).to.include({ port, hostKey });
        expect(port).to.not.equal(lab.connection.port);
        expect(hostKey).to.not.equal(lab.connection.hostKey);
        lab.filesOf("EX02").put(AGENT_PATH, Buffer.from("# agent"));
        const other = await RawClient.dial(lab, { port, privateKey: lab.clientKey, authHandler: ["publickey"] });
        const away = await other.agent();
        await away.ask({ ...OPEN, exchange: null });
        await windows.run(SET, away);
        expect(await windows.run({ machine: "boot" }, away)).to.have.nested.property("out[0].Computer", "EX02");
        expect(lab.registry("EX02").has(PLACE.key)).to.equal(true);
        expect(lab.registry("EX01").has(PLACE.key)).to.equal(false);
        expect(writes(lab.meter.mark()).map(({ server }) => server)).to.deep.equal(["EX02"]);
        await other.end();
    });
});
