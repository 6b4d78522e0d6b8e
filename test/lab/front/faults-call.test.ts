import { expect } from "chai";
import { Chance } from "../chance.js";
import { HandClock } from "../clock.js";
import { type Lab, startLab } from "../lab.js";
import { AGENT_PATH, openedAgent } from "./raw-client.js";

const WRITE = { TLSSendDomainSecureList: { $: "merge", add: ["new.example"], remove: [] } } as const;
const BATCH = { op: "batch", stopOnError: true, calls: [{ cmd: "Set-TransportConfig", par: WRITE, sel: [] }] };

describe("lab: faults of a call", () => {
    let lab: Lab;
    let clock: HandClock;
    beforeEach(async () => {
        clock = new HandClock();
        lab = await startLab({ preset: "single", clock });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
    });
    afterEach(() => lab.stop());
    const written = () => lab.organisation.transport.settings.TLSSendDomainSecureList.length === 1;

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
