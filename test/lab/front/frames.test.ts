import { expect } from "chai";
import type { WireArgument } from "../../../provider/session/frames.js";
import { HandClock } from "../clock.js";
import { type Lab, startLab } from "../lab.js";
import { AGENT_PATH, OPEN, openedAgent, type RawAgent, type RawClient } from "./raw-client.js";

const READ = { op: "batch", stopOnError: true, calls: [{ cmd: "Get-SendConnector", par: {}, sel: ["Name"] }] };
const call = (changes: object) => ({ ...READ, calls: [{ ...READ.calls[0], ...changes }] });

describe("lab: frames", () => {
    let lab: Lab;
    let clock: HandClock;
    let client: RawClient;
    let agent: RawAgent;
    beforeEach(async () => {
        clock = new HandClock();
        lab = await startLab({ preset: "single", clock });
        ({ client, agent } = await openedAgent(lab));
    });
    afterEach(async () => {
        await client.end();
        await lab.stop();
    });

    /** Line, code of the error frame, id of the error frame. */
    const odd: readonly (readonly [string, string, number | null])[] = [
        ["", "BadRequest", null],
        ["{", "BadRequest", null],
        ["[]", "BadRequest", null],
        ["null", "BadRequest", null],
        ['{"op":"ping"}', "BadRequest", null],
        ['{"id":"7","op":"ping"}', "BadRequest", null],
        ['{"id":7,"op":"ping","x":"é"}', "BadRequest", null],
        ['{"id":7}', "UnknownOp", 7],
        ['{"id":7,"op":"eval"}', "UnknownOp", 7],
        ['{"id":7,"op":"open"}', "BadRequest", 7],
        ['{"id":7,"op":"batch","calls":[]}', "BadRequest", 7],
        ['{"id":7,"op":"batch","stopOnError":true,"calls":[]}', "BadRequest", 7],
        [JSON.stringify({ id: 7, ...call({ cmd: 1 }) }), "BadRequest", 7],
        [JSON.stringify({ id: 7, ...call({ sel: [1] }) }), "BadRequest", 7],
        [JSON.stringify({ id: 7, ...call({ par: { Identity: { $: "script", v: "x" } } }) }), "BadRequest", 7],
        [JSON.stringify({ id: 7, ...call({ par: { Identity: [1] } }) }), "BadRequest", 7],
        ['{"id":7,"op":"chunk","part":2,"parts":2,"text":""}', "BadRequest", 7],
        ['{"id":7,"op":"chunk","part":0,"parts":2,"text":""}', "BadRequest", 7],
        [`{"id":7,"op":"ping","x":"${"x".repeat(65_536)}"}`, "TooLong", null],
    ];
    for (const [line, code, id] of odd) {
        it(`${line.slice(0, 60)} gives ${code}, and the agent lives on`, async () => {
            agent.channel.write(`${line}\n`);
            const frame = await agent.frame(({ op }) => op === "error");
            expect(frame).to.include({ op: "error", id });
            expect(frame?.op === "error" ? frame.error.code : "").to.equal(code);
            expect(await agent.ask({ op: "ping" })).to.include({ op: "pong" });
        });
    }

    it("refuses cmdlets and parameters that are not allowed, within the result", async () => {
        for (const [cmd, par] of [
            ["Remove-Mailbox", {}],
            ["Get-SendConnector", { Server: "EX01" }],
        ] as const) {
            const result = await agent.call(cmd, par);
            expect(result && "error" in result ? result.error.code : "").to.equal("NotAllowed");
        }
        expect(lab.meter.mark().calls).to.deep.equal([]);
    });

    it("takes a request of exactly the limit, and longer ones in chunks", async () => {
        const text = JSON.stringify({ id: 90, ...call({ par: { Identity: "x".repeat(70_000) } }) });
        const mark = lab.meter.mark();
        agent.send({ id: 90, op: "chunk", part: 1, parts: 2, text: text.slice(0, 40_000) });
        agent.send({ id: 90, op: "chunk", part: 2, parts: 2, text: text.slice(40_000) });
        const answer = await agent.frame((frame) => frame.op === "result" && frame.id === 90);
        expect(answer).to.include({ op: "result" });
        expect(lab.meter.since(mark).exchanges).to.deep.equal({ open: 0, batch: 1 });
        const ping = '{"id":91,"op":"ping","x":"';
        agent.channel.write(`${ping}${"x".repeat(65_536 - ping.length - 2)}"}\n`);
        expect(await agent.frame((frame) => frame.op === "pong" && frame.id === 91)).to.include({ id: 91 });
    });

    it("takes every tagged value, and writes no secret down", async () => {
        lab.console.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["*"] });
        const set = (par: Record<string, WireArgument>) =>
            agent.call("Set-SendConnector", { Identity: "To Fabrikam", ...par });
        for (const value of [
            { $: "secure", v: 'hush "1"' },
            { $: "bytes", v: "AQI=" },
            { $: "null" },
            { $: "merge", add: ["x"], remove: [] },
        ] as const) {
            expect(await set({ Comment: value })).to.include({ ok: true });
        }
        const credential = { $: "credential", user: "relay", v: 'hush "2"' } as const;
        expect(await set({ AuthenticationCredential: credential, Force: { $: "switch" } })).to.include({ ok: true });
        expect(lab.transcript.join("\n")).to.not.include("hush");
        expect(lab.organisation.sendConnector("To Fabrikam")?.settings).to.deep.include({
            Comment: "System.Collections.Hashtable",
        });
    });

    it("answers in seven bits", async () => {
        lab.console.run("New-SendConnector", { Name: "Größe 😀", AddressSpaces: ["*"] });
        const answer = await agent.ask(READ);
        expect(agent.text).to.match(/^[\n\x20-\x7e]*$/);
        expect(answer?.op === "result" ? answer.results[0] : null).to.deep.include({ out: [{ Name: "Größe 😀" }] });
    });

    it("wants to be opened first, and says what it cannot open", async () => {
        const fresh = await client.agent();
        expect(await fresh.ask(READ)).to.include({ op: "error" });
        for (const exchange of [
            { kind: "remote", uri: "http://127.0.0.1/PowerShell/", authentication: "Kerberos" },
            { ...OPEN.exchange, credential: { user: "CONTOSO\\labadmin", v: "wrong" } },
            { kind: "snapin", name: "No.Such" },
            { kind: "module", path: "C:/x.psm1" },
        ]) {
            const answer = await fresh.ask({ ...OPEN, exchange });
            expect(answer?.op === "error" ? answer.error.code : "").to.equal("Session");
        }
        const credential = { user: "CONTOSO\\labadmin", v: lab.password };
        expect(await fresh.ask({ ...OPEN, exchange: { ...OPEN.exchange, credential } })).to.include({ op: "opened" });
        expect(lab.transcript.join("\n")).to.not.include(lab.password);
    });

    it("opens without Exchange, where cmdlets then have no session", async () => {
        const fresh = await client.agent();
        expect(await fresh.ask({ ...OPEN, exchange: null })).to.include({ op: "opened", version: null, cmdlets: null });
        const result = await fresh.call("Get-SendConnector");
        expect(result && "error" in result ? result.error.code : "").to.equal("Session");
    });

    it("writes local error ids through the snap-in", async () => {
        const fresh = await client.agent();
        const name = "Microsoft.Exchange.Management.PowerShell.SnapIn";
        expect(await fresh.ask({ ...OPEN, exchange: { kind: "snapin", name } })).to.include({ cmdlets: null });
        const result = await fresh.call("Get-SendConnector", { Identity: "x" });
        expect(result && "error" in result ? result.error.fqid : "").to.match(/^[0-9A-F]{8},Microsoft/);
    });

    it("ends without a line for the heartbeat, which pings keep up", async () => {
        clock.advance(44_000);
        await agent.ask({ op: "ping" });
        clock.advance(44_000);
        expect(await agent.ask({ op: "ping" })).to.include({ op: "pong" });
        clock.advance(45_000);
        await agent.closed;
        expect(agent.code).to.equal(0);
    });

    it("ends when idle, pings or not", async () => {
        for (let seconds = 0; seconds < 300; seconds += 30) {
            expect(await agent.ask({ op: "ping" })).to.include({ op: "pong" });
            clock.advance(30_000);
        }
        await agent.closed;
        expect(agent.code).to.equal(0);
    });

    it("ends when the client closes its end, or kills it", async () => {
        agent.channel.end();
        await agent.closed;
        const killed = await client.agent();
        await killed.frame(({ op }) => op === "hello");
        killed.channel.signal("KILL");
        await killed.closed;
        expect(lab.transcript.filter((line) => line.startsWith("agent ends"))).to.have.length(2);
    });

    it("starts nothing but the agent", async () => {
        const script = "powershell.exe -NoLogo -NoProfile -NonInteractive -File";
        for (const command of [
            "hostname",
            `${script} ${AGENT_PATH}; whoami`,
            `${script} "${AGENT_PATH}"`,
            `${script} C:/ProgramData/absent.ps1`,
            `${script} /${AGENT_PATH}`,
            `powershell.exe -EncodedCommand AAAA`,
        ]) {
            const refused = await client.agent(command);
            await refused.closed;
            expect([refused.text, refused.code === 0, refused.stderr === ""]).to.deep.equal(["", false, false]);
        }
    });
});
