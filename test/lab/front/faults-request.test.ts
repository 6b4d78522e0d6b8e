import { expect } from "chai";
import type { Fault } from "../faults.js";
import { type Lab, startLab } from "../lab.js";
import { AGENT_PATH, openedAgent } from "./raw-client.js";

const WRITE = { TLSSendDomainSecureList: { $: "merge", add: ["new.example"], remove: [] } } as const;
const BATCH = { op: "batch", stopOnError: true, calls: [{ cmd: "Set-TransportConfig", par: WRITE, sel: [] }] };

describe("lab: faults of a request", () => {
    let lab: Lab;
    beforeEach(async () => {
        lab = await startLab({ preset: "single" });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
    });
    afterEach(() => lab.stop());
    const written = () => lab.organisation.transport.settings.TLSSendDomainSecureList.length === 1;

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
