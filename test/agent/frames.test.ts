import { expect } from "chai";
import { MAX_LINE_BYTES, type RequestFrame } from "../../provider/session/frames";
import type { AgentProcess } from "./agent-process";
import { batch, describeOnPowerShell, errorOf, open, outOf, ownAgents, resultsOf, stub } from "./conversation";

/** Sends a request in parts, as a client does with one that is too long for a line. */
function sendInParts(agent: AgentProcess, frame: RequestFrame, size: number): void {
    const text = JSON.stringify(frame);
    const parts = Math.ceil(text.length / size);
    for (let part = 1; part <= parts; part += 1) {
        agent.send({ id: frame.id, op: "chunk", part, parts, text: text.slice((part - 1) * size, part * size) });
    }
}

describeOnPowerShell("agent.ps1: frames", () => {
    const start = ownAgents();

    async function started(): Promise<AgentProcess> {
        const agent = start();
        await agent.hello();
        return agent;
    }

    async function answersPing(agent: AgentProcess): Promise<void> {
        const id = agent.nextId();
        agent.send({ id, op: "ping" });
        expect(await agent.answer(id)).to.deep.equal({ id, op: "pong" });
    }

    const malformed: [what: string, line: string, code: string][] = [
        ["no JSON", "hello", "BadRequest"],
        ["an empty line", "", "BadRequest"],
        ["half an object", '{"id":1,"op":"ping"', "BadRequest"],
        ["two objects", '{"id":1,"op":"ping"}{"id":2,"op":"ping"}', "BadRequest"],
        ["a list", "[1]", "BadRequest"],
        ["a trailing comma", '{"id":1,"op":"ping",}', "BadRequest"],
        ["a bare control character", '{"id":1,"op":"ping\u0001"}', "BadRequest"],
        ["an unknown escape", '{"id":1,"op":"pin\\x67"}', "BadRequest"],
        ["the same name twice", '{"id":1,"ID":2,"op":"ping"}', "BadRequest"],
        ["lists without end", "[".repeat(5000), "BadRequest"],
        ["no id", '{"op":"ping"}', "BadRequest"],
        ["an id that is a text", '{"id":"1","op":"ping"}', "BadRequest"],
        ["a line that is too long", " ".repeat(MAX_LINE_BYTES + 1), "TooLong"],
    ];
    it("answers what is no frame with the reason and no id, and lives on", async () => {
        const agent = await started();
        for (const [at, [what, line, code]] of malformed.entries()) {
            agent.sendLine(line);
            const problems = (): unknown[] => agent.frames.filter((frame) => frame.op === "error");
            await agent.next(() => problems().length > at);
            expect(problems()[at], what).to.deep.include({ id: null, op: "error" });
            expect(problems()[at], what).to.have.nested.property("error.code", code);
            await answersPing(agent);
        }
    });

    it("answers an unknown op with its id, and lives on", async () => {
        const agent = await started();
        agent.sendLine('{"id":77,"op":"dance"}');
        expect(await agent.answer(77)).to.have.nested.property("error.code", "UnknownOp");
        await answersPing(agent);
    });

    it("takes a line of exactly the longest length", async () => {
        const agent = await started();
        agent.sendLine('{"id":5,"op":"ping"}'.padEnd(MAX_LINE_BYTES));
        expect(await agent.answer(5)).to.deep.equal({ id: 5, op: "pong" });
    });

    it("puts a request together from its parts, with a ping in between", async () => {
        const agent = await started();
        await open(agent);
        const comment = '\u00e9"\\ 2026-01-02T03:04:05Z '.repeat(8000);
        const id = agent.nextId();
        const call = { cmd: "Set-SendConnector", par: { Comment: comment }, sel: ["Texts"] };
        sendInParts(agent, { id, op: "batch", stopOnError: false, calls: [call] }, 9000);
        await answersPing(agent);
        const [result] = await resultsOf(agent, id);
        expect(result && outOf(result)[0]).to.deep.equal({ Texts: [comment] });
    });

    it("refuses parts that do not come in order", async () => {
        const agent = await started();
        agent.send({ id: 9, op: "chunk", part: 2, parts: 2, text: "{}" });
        expect(await agent.answer(9)).to.have.nested.property("error.code", "BadRequest");
        await answersPing(agent);
    });

    it("accepts a batch once, before its result", async () => {
        const agent = await started();
        await open(agent);
        await batch(agent, [{ cmd: "Get-TransportConfig", par: {}, sel: [] }]);
        const ops = agent.frames.map(({ op }) => op).filter((op) => op === "accepted" || op === "result");
        expect(ops).to.deep.equal(["accepted", "result"]);
    });

    it("refuses calls that it does not know, and what is no call", async () => {
        const agent = await started();
        await open(agent, null);
        agent.sendLine('{"id":50,"op":"batch","stopOnError":false,"calls":[{"reg":"get"},{"service":"status"},7]}');
        const codes = (await resultsOf(agent, 50)).map((result) => errorOf(result).code);
        expect(codes).to.deep.equal(["NotAllowed", "NotAllowed", "BadRequest"]);
    });

    it("refuses limits of life that are none", async () => {
        const agent = await started();
        agent.send({ id: 51, op: "open", exchange: stub, heartbeatS: 0, idleS: 300 });
        expect(await agent.answer(51)).to.have.nested.property("error.code", "BadRequest");
    });
});
