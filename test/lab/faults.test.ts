import { createHash } from "node:crypto";
import { expect } from "chai";
import type { SFTPWrapper } from "ssh2";
import { Chance } from "./chance.js";
import { HandClock } from "./clock.js";
import type { Fault } from "./faults.js";
import { AGENT_PATH, OPEN, openedAgent, RawClient } from "./front/raw-client.js";
import { type Lab, startLab } from "./lab.js";

const WRITE = { TLSSendDomainSecureList: { $: "merge", add: ["new.example"], remove: [] } } as const;
const BATCH = { op: "batch", stopOnError: true, calls: [{ cmd: "Set-TransportConfig", par: WRITE, sel: [] }] };

async function refusal(work: Promise<unknown>): Promise<string> {
    return await work.then(
        () => "",
        (error: Error) => error.message || "refused",
    );
}

function stat(sftp: SFTPWrapper, path: string): Promise<void> {
    return new Promise((resolve, reject) => {
        sftp.stat(path, (error) => (error === undefined ? resolve() : reject(error)));
    });
}

describe("lab: faults", () => {
    let lab: Lab;
    let clock: HandClock;
    beforeEach(async () => {
        clock = new HandClock();
        lab = await startLab({ preset: "single", clock });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
    });
    afterEach(() => lab.stop());
    const written = () => lab.organisation.transport.settings.TLSSendDomainSecureList.length === 1;

    describe("of the connection", () => {
        it("refuse dials, until they are accepted again", async () => {
            await lab.faults.refuseDials();
            expect(await refusal(RawClient.dial(lab))).to.include("ECONNREFUSED");
            await lab.faults.acceptDials();
            await (await RawClient.dial(lab)).end();
        });

        for (const fault of ["reset-before-ssh", "authentication-refused"] satisfies Fault[]) {
            it(`${fault}, once`, async () => {
                lab.faults.inject({ fault });
                expect(await refusal(RawClient.dial(lab))).to.not.equal("");
                await (await RawClient.dial(lab)).end();
            });
        }

        it("stall-key-exchange", async () => {
            lab.faults.inject({ fault: "stall-key-exchange" });
            expect(await refusal(RawClient.dial(lab, { readyTimeout: 50 }))).to.not.equal("");
        });

        it("wrong-host-key, the second time", async () => {
            lab.faults.inject({ fault: "wrong-host-key", nth: 2 });
            const seen: string[] = [];
            const hostVerifier = (key: Buffer) => {
                seen.push(`SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`);
                return true;
            };
            await (await RawClient.dial(lab, { hostVerifier })).end();
            await (await RawClient.dial(lab, { hostVerifier })).end();
            expect(seen[0]).to.equal(lab.connection.hostKey);
            expect(seen[1]).to.not.equal(lab.connection.hostKey);
        });

        it("channel-refused", async () => {
            const client = await RawClient.dial(lab);
            lab.faults.inject({ fault: "channel-refused" });
            expect(await refusal(client.agent())).to.not.equal("");
            await client.agent();
            await client.end();
        });

        it("sftp-refused, and sftp-denied", async () => {
            const client = await RawClient.dial(lab);
            lab.faults.inject({ fault: "sftp-refused" });
            expect(await refusal(client.sftp())).to.not.equal("");
            lab.faults.inject({ fault: "sftp-denied" });
            const sftp = await client.sftp();
            expect(await refusal(stat(sftp, "C:/ProgramData"))).to.match(/denied/i);
            await client.end();
        });
    });

    describe("of the agent's start", () => {
        it("agent-does-not-start", async () => {
            lab.faults.inject({ fault: "agent-does-not-start" });
            const client = await RawClient.dial(lab);
            const agent = await client.agent();
            await agent.closed;
            expect([agent.code, agent.stderr !== "", agent.text]).to.deep.equal([1, true, ""]);
            await client.end();
        });

        for (const [fault, text] of [
            ["hello-missing", ""],
            ["hello-garbage", "@@ {]hello\n"],
        ] as const) {
            it(fault, async () => {
                lab.faults.inject({ fault });
                const client = await RawClient.dial(lab);
                const agent = await client.agent();
                await agent.ask(OPEN);
                expect(agent.text.startsWith(`${text}@@`)).to.equal(true);
                expect(agent.frames().map(({ op }) => op)).to.deep.equal(["opened"]);
                await client.end();
            });
        }

        it("directory-unreachable: opened, but the directory's cmdlets fail", async () => {
            lab.faults.inject({ fault: "directory-unreachable" });
            const client = await RawClient.dial(lab);
            const agent = await client.agent();
            const opened = await agent.ask(OPEN);
            expect(opened).to.include({ op: "opened", adReachable: false });
            expect(await agent.call("Get-TransportConfig")).to.include({ ok: false });
            await client.end();
        });
    });

    describe("of a request", () => {
        /** Fault, whether the write was carried out, and the kinds of frames after the opening. */
        const table: readonly (readonly [Fault, boolean, string[]])[] = [
            ["cut-before-execution", false, []],
            ["cut-before-answer", true, ["accepted"]],
            ["cut-in-answer", true, ["accepted"]],
            ["agent-crash", false, ["accepted"]],
        ];
        for (const [fault, executed, kinds] of table) {
            it(fault, async () => {
                const { agent } = await openedAgent(lab);
                lab.faults.inject({ fault, cmd: "set-transportconfig" });
                expect(await agent.ask(BATCH)).to.equal(undefined);
                const ops = agent.frames().map(({ op }) => op);
                // A reset may overtake what was written before it.
                expect([...kinds, ""].slice(0, ops.length - 2)).to.deep.equal(ops.slice(2));
                expect(written()).to.equal(executed);
                expect(agent.text.endsWith("\n")).to.equal(fault !== "cut-in-answer");
                expect(agent.code).to.equal(fault === "agent-crash" ? 0xe0434352 : null);
            });
        }

        it("garbage-answer", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.inject({ fault: "garbage-answer" });
            agent.send(BATCH);
            await agent.ask({
                op: "batch",
                stopOnError: true,
                calls: [{ cmd: "Get-SendConnector", par: {}, sel: [] }],
            });
            expect(agent.text.split("\n").filter((line) => line.endsWith("]]"))).to.have.length(1);
            expect(written()).to.equal(true);
            await client.end();
        });

        it("duplicate-answer", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.inject({ fault: "duplicate-answer" });
            await agent.ask(BATCH);
            await agent.call("Get-SendConnector");
            expect(
                agent.frames().filter((frame) => "id" in frame && frame.op === "result" && frame.id === 2),
            ).to.have.length(2);
            await client.end();
        });

        it("stall: no answer, but pings are answered", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.inject({ fault: "stall" });
            const id = agent.send(BATCH);
            expect(await agent.ask({ op: "ping" })).to.include({ op: "pong" });
            const kinds = agent.frames().flatMap((frame) => ("id" in frame && frame.id === id ? [frame.op] : []));
            expect(kinds).to.deep.equal(["accepted"]);
            await client.end();
        });
    });

    describe("of a call", () => {
        const error = { code: "Cmdlet", message: "busy", category: "NotSpecified", reason: "Busy", transient: true };

        it("delay holds the call until its time has come", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.inject({ fault: "delay", ms: 5000, cmd: "Set-TransportConfig" });
            agent.send(BATCH);
            await agent.ask({ op: "ping" });
            expect(written()).to.equal(false);
            clock.advance(5000);
            const answer = await agent.frame(({ op }) => op === "result");
            expect(answer?.op === "result" ? answer.results[0] : null).to.include({ ok: true, ms: 5000 });
            expect(written()).to.equal(true);
            await client.end();
        });

        it("a cancelled call is stopped, and those after it are skipped", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.inject({ fault: "delay", ms: 5000 });
            const id = agent.send({ ...BATCH, stopOnError: false, calls: [...BATCH.calls, ...BATCH.calls] });
            agent.send({ id, op: "cancel" });
            const answer = await agent.frame(({ op }) => op === "result");
            const [first, second] = answer?.op === "result" ? answer.results : [];
            expect(first && "error" in first ? first.error.code : "").to.equal("Stopped");
            expect(second).to.deep.equal({ skipped: true });
            expect(written()).to.equal(false);
            await client.end();
        });

        it("a client that goes away leaves the rest of its batch undone", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.inject({ fault: "delay", ms: 5000, nth: 2 });
            const second = { Identity: "To Fabrikam", Comment: "x" };
            const calls = [...BATCH.calls, { cmd: "Set-SendConnector", par: second, sel: [] }];
            agent.send({ ...BATCH, calls });
            await agent.ask({ op: "ping" });
            await client.end();
            clock.advance(5000);
            expect(written()).to.equal(true);
            expect(lab.meter.mark().calls).to.have.length(1);
        });

        it("cmdlet-error: the second read fails, and nothing else", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.inject({ fault: "cmdlet-error", cmd: "Get-SendConnector", nth: 2, error });
            const oks: unknown[] = [];
            for (let turn = 0; turn < 3; turn += 1) {
                const result = await agent.call("Get-SendConnector");
                oks.push(result && "ok" in result ? result.ok : undefined);
            }
            expect(oks).to.deep.equal([true, false, true]);
            await client.end();
        });

        it("error-after-write: reported as failed, and written all the same", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.inject({ fault: "error-after-write", error });
            expect(await agent.call("Set-TransportConfig", WRITE)).to.deep.include({ ok: false, error });
            expect(written()).to.equal(true);
            expect(lab.meter.mark().calls).to.deep.include({
                ...{ cmd: "Set-TransportConfig", par: WRITE, kind: "write", ok: false, effect: true },
            });
            await client.end();
        });

        it("somebody else edits just before the call", async () => {
            const { client, agent } = await openedAgent(lab);
            lab.faults.before("Set-TransportConfig", 1, () => {
                lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Add: ["theirs.example"] } });
            });
            await agent.call("Set-TransportConfig", WRITE);
            const { TLSSendDomainSecureList } = lab.organisation.transport.settings;
            expect(TLSSendDomainSecureList).to.deep.equal(["theirs.example", "new.example"]);
            await client.end();
        });
    });

    it("go off at random, the same for the same seed", async () => {
        const runs: string[] = [];
        for (let run = 0; run < 2; run += 1) {
            lab.faults.clear();
            lab.faults.atRandom(new Chance(42), 0.5, [{ fault: "cmdlet-error" }]);
            const { client, agent } = await openedAgent(lab);
            let oks = "";
            for (let turn = 0; turn < 12; turn += 1) {
                const result = await agent.call("Get-SendConnector");
                oks += result && "ok" in result && result.ok ? "." : "x";
            }
            runs.push(oks);
            await client.end();
        }
        expect(runs[0]).to.equal(runs[1]);
        expect(runs[0]).to.include(".").and.to.include("x");
        expect(lab.transcript).to.include("faults at random, seed 42");
    });
});
