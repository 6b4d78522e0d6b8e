import { expect } from "chai";
import type { AgentProcess } from "./agent-process";
import { call, describeOnPowerShell, open, outOf, ownAgents, resultsOf } from "./conversation";

const sleep = { cmd: "Get-SendConnector", par: { Identity: "sleep" }, sel: [] };
const read = { cmd: "Get-TransportConfig", par: {}, sel: [] };

describeOnPowerShell("agent.ps1: cancel and the end", () => {
    const start = ownAgents();

    async function opened(limits?: { heartbeatS?: number; idleS?: number }): Promise<AgentProcess> {
        const agent = start();
        await agent.hello();
        await open(agent, limits === undefined ? undefined : null, limits);
        return agent;
    }

    function send(agent: AgentProcess, calls: readonly (typeof sleep | typeof read)[]): number {
        const id = agent.nextId();
        agent.send({ id, op: "batch", stopOnError: false, calls });
        return id;
    }

    async function codesOf(agent: AgentProcess, id: number): Promise<string[]> {
        const results = await resultsOf(agent, id, 15);
        return results.map((result) => ("skipped" in result ? "skipped" : result.ok ? "ok" : result.error.code));
    }

    it("stops the running call of a batch, skips the rest, and works on", async () => {
        const agent = await opened();
        const id = send(agent, [sleep, read]);
        await agent.next((frame) => frame.op === "accepted" && frame.id === id);
        agent.send({ id, op: "cancel" });
        expect(await codesOf(agent, id)).to.deep.equal(["Stopped", "skipped"]);
        const after = await call(agent, "Get-TransportConfig", {}, ["TLSSendDomainSecureList"]);
        expect(outOf(after)).to.deep.equal([{ TLSSendDomainSecureList: ["fabrikam.com"] }]);
    });

    it("never starts a batch that was cancelled while it waited", async () => {
        const agent = await opened();
        const running = send(agent, [sleep]);
        const waiting = send(agent, [read, read]);
        agent.send({ id: waiting, op: "cancel" });
        agent.send({ id: running, op: "cancel" });
        expect(await codesOf(agent, running)).to.deep.equal(["Stopped"]);
        expect(await codesOf(agent, waiting)).to.deep.equal(["Stopped", "skipped"]);
    });

    it("does not mind the cancel of a batch that is over or never was", async () => {
        const agent = await opened();
        const id = send(agent, [read]);
        expect(await codesOf(agent, id)).to.deep.equal(["ok"]);
        agent.send({ id, op: "cancel" });
        agent.send({ id: 4711, op: "cancel" });
        expect(await codesOf(agent, send(agent, [read]))).to.deep.equal(["ok"]);
    });

    it("answers pings while a call runs", async () => {
        const agent = await opened();
        const id = send(agent, [sleep]);
        const ping = agent.nextId();
        agent.send({ id: ping, op: "ping" });
        expect(await agent.answer(ping, 10)).to.deep.equal({ id: ping, op: "pong" });
        agent.send({ id, op: "cancel" });
        expect(await codesOf(agent, id)).to.deep.equal(["Stopped"]);
    });

    it("ends on bye, even while a call runs", async () => {
        const agent = await opened();
        const id = send(agent, [sleep]);
        await agent.next((frame) => frame.op === "accepted" && frame.id === id);
        agent.send({ id: agent.nextId(), op: "bye" });
        expect(await agent.ended()).to.equal(0);
    });

    it("ends when the client goes away, even while a call runs", async () => {
        const agent = await opened();
        const id = send(agent, [sleep]);
        await agent.next((frame) => frame.op === "accepted" && frame.id === id);
        agent.endInput();
        expect(await agent.ended()).to.equal(0);
    });

    it("ends when nothing is heard of the client", async () => {
        const agent = await opened({ heartbeatS: 3, idleS: 300 });
        expect(await agent.ended()).to.equal(0);
    });

    it("ends when nothing is asked of it, pings or not", async () => {
        const agent = await opened({ heartbeatS: 300, idleS: 3 });
        const pinging = (async () => {
            for (;;) {
                const id = agent.nextId();
                agent.send({ id, op: "ping" });
                await agent.answer(id);
            }
        })().catch((error: Error) => error.message);
        expect(await agent.ended()).to.equal(0);
        expect(await pinging).to.include("The agent ended");
    });
});
