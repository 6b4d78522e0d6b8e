import { expect } from "chai";
import type { AgentCall, AgentError, CallResult } from "../../../provider/session/frames.js";
import { HandClock } from "../clock.js";
import { type Lab, startLab } from "../lab.js";
import { byCmdlet, reads, writes } from "../meter.js";
import { CURRENT_VERSION, NET_4, SCHANNEL, SUITES_LOCAL } from "../windows/keys.js";
import { AGENT_PATH, OPEN, type RawAgent, RawClient } from "./raw-client.js";

const LAB = `${SCHANNEL}\\Lab`;
const PLACE = { hive: "HKLM", view: 64, key: `${LAB}\\RC4 40/128` } as const;
const GET = { ...PLACE, reg: "get" } as const;
const SET = { ...PLACE, reg: "set", name: "Enabled", kind: "DWord", data: 0xffff_ffff } as const;
const DELETE = { ...PLACE, reg: "delete" } as const;
const FAR = { hive: "HKLM", view: 64, key: `${LAB}\\A\\B` } as const;

describe("lab: registry calls", () => {
    let lab: Lab;
    let client: RawClient;
    let agent: RawAgent;
    beforeEach(async () => {
        lab = await startLab({ preset: "dag", clock: new HandClock() });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
        client = await RawClient.dial(lab);
        agent = await client.agent();
        await agent.ask({ ...OPEN, exchange: null });
    });
    afterEach(async () => {
        await client.end();
        await lab.stop();
    });

    const asked = (calls: readonly object[], by = agent) => by.ask({ op: "batch", stopOnError: true, calls });
    const run = async (call: object, by = agent): Promise<CallResult | undefined> => {
        const answer = await asked([call], by);
        return answer?.op === "result" ? answer.results[0] : undefined;
    };
    const outOf = async (call: object) => {
        const result = await run(call);
        return result !== undefined && "ok" in result && result.ok ? result.out : undefined;
    };
    const errorOf = async (call: object): Promise<AgentError | undefined> => {
        const result = await run(call);
        return result !== undefined && "ok" in result && !result.ok ? result.error : undefined;
    };

    const malformed: readonly object[] = [
        { ...GET, reg: "create" },
        { ...GET, reg: null },
        { ...GET, hive: "HKCU" },
        { ...GET, hive: undefined },
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
        { machine: "reboot" },
        { machine: null },
        { cmd: "Get-TlsCipherSuite", par: {}, sel: [], local: false },
        { cmd: "Get-TlsCipherSuite", par: {}, sel: [], local: "true" },
    ];
    for (const call of malformed) {
        it(`${JSON.stringify(call)} is no request`, async () => {
            const answer = await asked([call]);
            expect(answer?.op === "error" ? answer.error.code : "").to.equal("BadRequest");
            expect(lab.registry("EX01").has(LAB)).to.equal(false);
            expect(lab.meter.mark().calls).to.deep.equal([]);
        });
    }

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
            const [written] = (await outOf({ ...SET, kind, data })) ?? [];
            expect(written).to.deep.include({ Name: "Enabled", Kind: kind, Data: data });
            expect(await outOf({ ...GET, name: "ENABLED" })).to.deep.equal([{ Exists: true, Kind: kind, Data: data }]);
            expect(agent.text).to.match(/^[\n\x20-\x7e]*$/);
        });
    }

    it("what is not there", async () => {
        expect(await outOf({ ...GET, name: "Enabled" })).to.deep.equal([{ Exists: false }]);
        expect(await outOf(GET)).to.deep.equal([{ Exists: false, SubKeys: [] }]);
        expect(await outOf({ ...DELETE, name: "Enabled" })).to.deep.equal([{ Exists: false }]);
        expect(await outOf(DELETE)).to.deep.equal([{ Deleted: true }]);
        expect(lab.registry("EX01").has(LAB)).to.equal(false);
    });

    it("a set makes what is missing and tells of it, once, and touches nothing else", async () => {
        const hand = lab.registry("EX01");
        hand.setText(LAB.toUpperCase(), "Other", "vendor");
        hand.setDword(LAB.toUpperCase(), "ENABLED", 1);
        const CreatedKeys = [`${LAB}\\A`, `${LAB}\\A\\B`];
        expect(await outOf({ ...SET, ...FAR })).to.deep.equal([
            { Name: "Enabled", Kind: "DWord", Data: 0xffff_ffff, CreatedKeys },
        ]);
        expect(await outOf({ ...SET, ...FAR, data: 0 })).to.have.nested.property("[0].CreatedKeys").that.is.empty;
        await run({ ...SET, key: LAB });
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
        await run(SET);
        expect(lab.registry("EX01").keys(LAB)).to.deep.equal(["RC4 40/128"]);
    });

    it("a whole key: sub-keys in the registry's order, values with kind and data", async () => {
        const hand = lab.registry("EX01");
        for (const name of ["b", "RC4 40/128", "A", "RC4 40"]) hand.createKey(`${LAB}\\${name}`);
        hand.setText(LAB, "Path", "x");
        hand.setRaw(LAB, "Odd", 4, Buffer.from([1]));
        hand.setRaw(LAB, "", 6, Buffer.from([2]));
        expect(await outOf({ ...GET, key: LAB.toLowerCase() })).to.deep.equal([
            { Exists: true, SubKeys: ["A", "b", "RC4 40", "RC4 40/128"] },
            { Name: "Path", Kind: "String", Data: "x" },
            { Name: "Odd", Kind: "DWord", Data: "AQ==" },
            { Name: "", Kind: "Unknown", Data: null },
        ]);
    });

    it("a delete takes a value, or a key without anything in it", async () => {
        await run({ ...SET, ...FAR });
        expect(await outOf({ ...DELETE, key: `${LAB}\\A` })).to.deep.equal([{ Deleted: false }]);
        expect(await outOf({ ...DELETE, ...FAR })).to.deep.equal([{ Deleted: false }]);
        expect(await outOf({ ...DELETE, ...FAR, name: "enabled" })).to.deep.equal([{ Exists: false }]);
        expect(await outOf({ ...DELETE, ...FAR })).to.deep.equal([{ Deleted: true }]);
        expect(lab.registry("EX01").dump(LAB)).to.equal(`[HKLM\\${LAB}]\n[HKLM\\${LAB}\\A]\n`);
    });

    it("the 32-bit view is Wow6432Node, below SOFTWARE only", async () => {
        const { hive, ...value } = { ...SET, name: "SchUseStrongCrypto" };
        const key = "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319";
        const hand = lab.registry("EX01");
        hand.removeTree(NET_4[1]);
        await run({ ...value, hive, view: 32, key, data: 32 });
        await run({ ...value, hive, view: 64, key, data: 64 });
        await run({ ...SET, view: 32 });
        expect(NET_4.map((path) => hand.dword(path, "SchUseStrongCrypto"))).to.deep.equal([64, 32]);
        expect(hand.dword(PLACE.key, "Enabled")).to.equal(0xffff_ffff);
        await run({ ...value, hive, view: 32, key: NET_4[1], data: 5 });
        expect(hand.dword(NET_4[1], "SchUseStrongCrypto")).to.equal(5);
    });

    const RUN = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run";
    const forbidden: readonly object[] = [
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
    ];
    for (const call of forbidden) {
        it(`${JSON.stringify(call)} is not allowed`, async () => {
            const before = lab.registry("EX01").dump("");
            expect((await errorOf(call))?.code).to.equal("NotAllowed");
            expect(lab.registry("EX01").dump("")).to.equal(before);
        });
    }

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
            const error = await errorOf(call);
            expect(error?.reason).to.equal(reason);
            if (reason !== undefined) expect(error).to.include({ code: "Registry", transient: false });
            expect(hand.dump(LAB)).to.equal(before);
        });
    }

    it("names that are too long are refused by the registry", async () => {
        const long = { ...SET, key: `${LAB}\\${"k".repeat(256)}` };
        expect(await errorOf(long)).to.include({ code: "Registry", reason: "ArgumentException" });
        expect(await errorOf({ ...SET, name: "n".repeat(16_384) })).to.include({ reason: "ArgumentException" });
        expect(await errorOf({ ...SET, name: "n".repeat(16_383) })).to.equal(undefined);
    });

    it("tells the boot, and after a reboot the new one", async () => {
        const now = "2026-01-15T08:00:00.0000000Z";
        const [before] = (await outOf({ machine: "boot" })) ?? [];
        expect(before).to.include({ Computer: "EX01", Now: now });
        expect(String(before?.LastBootUpTime) < now).to.equal(true);
        lab.organisation.reboot("EX01");
        expect(await outOf({ machine: "boot" })).to.deep.equal([{ Computer: "EX01", LastBootUpTime: now, Now: now }]);
    });

    it("counts get and boot as reads, set and delete as writes, and notes all", async () => {
        for (const call of [GET, { machine: "boot" }, SET, SET, DELETE, { ...DELETE, name: "Enabled" }])
            await run(call);
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
        expect((await errorOf(SET))?.code).to.equal("Registry");
        expect(lab.registry("EX01").has(PLACE.key)).to.equal(false);
        lab.faults.inject({ fault: "error-after-write", cmd: "reg set" });
        expect((await errorOf(SET))?.code).to.equal("Registry");
        expect(lab.registry("EX01").has(PLACE.key)).to.equal(true);
        lab.faults.before("reg get", 1, () => lab.registry("EX01").setDword(PLACE.key, "Enabled", 5));
        expect(await outOf({ ...GET, name: "Enabled" })).to.have.nested.property("[0].Data", 5);
    });

    it("a cut before the answer leaves the value written", async () => {
        lab.faults.inject({ fault: "cut-before-answer", cmd: "reg set" });
        agent.send({ op: "batch", stopOnError: true, calls: [SET satisfies AgentCall] });
        await agent.closed;
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
        await run(SET, away);
        expect(await run({ machine: "boot" }, away)).to.have.nested.property("out[0].Computer", "EX02");
        expect(lab.registry("EX02").has(PLACE.key)).to.equal(true);
        expect(lab.registry("EX01").has(PLACE.key)).to.equal(false);
        expect(writes(lab.meter.mark()).map(({ server }) => server)).to.deep.equal(["EX02"]);
        await other.end();
    });
});
