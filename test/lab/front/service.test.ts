import { expect } from "chai";
import type { AgentCall, CallResult } from "../../../provider/session/frames.js";
import { HandClock } from "../clock.js";
import { type Lab, startLab } from "../lab.js";
import { byCmdlet, reads, writes } from "../meter.js";
import { OPEN, openedAgent, type RawAgent, RawClient } from "./raw-client.js";

const STATUS = { service: "status", name: "MSExchangeTransport", server: "EX01" } as const;
const RESTART = { ...STATUS, service: "restart", timeoutS: 60 } as const;

describe("lab: service calls", () => {
    let lab: Lab;
    let clock: HandClock;
    let client: RawClient;
    let agent: RawAgent;
    beforeEach(async () => {
        clock = new HandClock();
        lab = await startLab({ preset: "dag", clock });
        ({ client, agent } = await openedAgent(lab));
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
    const errorOf = (result: CallResult | undefined) =>
        result !== undefined && "ok" in result && !result.ok ? result.error : undefined;

    const malformed: readonly object[] = [
        { service: "status", name: "MSExchangeTransport" },
        { service: "status", server: "EX01" },
        { ...STATUS, name: 1 },
        { ...STATUS, server: "" },
        { ...STATUS, server: ["EX01"] },
        { ...STATUS, timeoutS: "60" },
        { ...STATUS, service: "restart" },
        { ...RESTART, timeoutS: 0 },
        { ...RESTART, timeoutS: -1 },
        { ...RESTART, timeoutS: null },
    ];
    for (const call of malformed) {
        it(`${JSON.stringify(call)} is no request`, async () => {
            const answer = await asked([call]);
            expect(answer?.op === "error" ? answer.error.code : "").to.equal("BadRequest");
            expect(lab.meter.mark().calls).to.deep.equal([]);
        });
    }

    const refused: readonly (readonly [object, string])[] = [
        [{ ...STATUS, service: "stop" }, "NotAllowed"],
        [{ ...STATUS, service: null }, "NotAllowed"],
        [{ ...STATUS, name: "Spooler" }, "NotAllowed"],
        [{ ...STATUS, name: "" }, "NotAllowed"],
        [{ ...RESTART, name: "MSExchangeIS" }, "NotAllowed"],
        [{ ...RESTART, name: "msexchangetransport" }, "NotAllowed"],
        [{ ...STATUS, server: "EX09" }, "Service"],
        [{ ...RESTART, server: "localhost" }, "Service"],
    ];
    for (const [call, code] of refused) {
        it(`${JSON.stringify(call)} gives ${code}`, async () => {
            expect(errorOf(await run(call))?.code).to.equal(code);
            expect(lab.organisation.services.restarts("EX01", "MSExchangeTransport")).to.equal(0);
        });
    }

    it("answers with the name as asked for, and counts restarts as writes", async () => {
        const answer = await asked([STATUS, { ...RESTART, server: "ex02.CONTOSO.com" }]);
        const out = [
            { Name: "MSExchangeTransport", Server: "EX01", Status: "Running" },
            { Name: "MSExchangeTransport", Server: "ex02.CONTOSO.com", Status: "Running" },
        ];
        const results = answer?.op === "result" ? answer.results : [];
        expect(results).to.deep.equal(out.map((one) => ({ ok: true, out: [one], warnings: [], ms: 0 })));
        const reading = lab.meter.mark();
        expect(byCmdlet(reading)).to.deep.equal({ "status MSExchangeTransport": 1, "restart MSExchangeTransport": 1 });
        expect(reads(reading)).to.have.length(1);
        expect(writes(reading)).to.deep.equal([
            {
                ...{ cmd: "restart MSExchangeTransport", par: { server: "ex02.CONTOSO.com", timeoutS: 60 } },
                ...{ kind: "write", ok: true, effect: true },
            },
        ]);
        expect(lab.organisation.services.restarts("EX02", "MSExchangeTransport")).to.equal(1);
        expect(lab.transcript.join("\n")).to.match(/restart MSExchangeTransport .*EX02.* ok/i);
    });

    it("a restart that fails is a Service error, what follows is skipped, and the state stays", async () => {
        lab.organisation.services.trouble("EX01", "MSExchangeTransport", "start-timeout");
        const answer = await asked([RESTART, STATUS]);
        const [first, second] = answer?.op === "result" ? answer.results : [];
        expect(errorOf(first)).to.include({ code: "Service", reason: "TimeoutException", transient: false });
        expect(second).to.deep.equal({ skipped: true });
        expect(await run(STATUS)).to.have.nested.property("out[0].Status", "StartPending");
        expect(writes(lab.meter.mark())[0]).to.include({ ok: false, effect: true });
    });

    it("German words with umlauts arrive whole", async () => {
        lab.switches.language = "de";
        lab.organisation.services.trouble("EX01", "MSExchangeTransport", "stop-timeout");
        expect(errorOf(await run(RESTART))?.message).to.include("verfügbaren");
        expect(agent.text).to.match(/^[\n\x20-\x7e]*$/);
    });

    it("needs no Exchange session and no directory, but network credentials for another server", async () => {
        const keyed = await RawClient.dial(lab, { privateKey: lab.clientKey, authHandler: ["publickey"] });
        const own = await keyed.agent();
        await own.ask({ ...OPEN, exchange: null });
        expect(await run(RESTART, own)).to.include({ ok: true });
        const away = { ...RESTART, server: "EX02" };
        expect(errorOf(await run(away, own))).to.include({ code: "Service", category: "PermissionDenied" });
        lab.switches.keyLogonReachesDirectory = true;
        expect(await run(away, own)).to.include({ ok: true });
        await keyed.end();
    });

    it("meets faults and hooks by its name", async () => {
        const cmd = "restart MSExchangeTransport";
        lab.faults.inject({ fault: "cmdlet-error", cmd });
        expect(errorOf(await run(RESTART))?.code).to.equal("Service");
        lab.faults.inject({ fault: "error-after-write", cmd });
        expect(errorOf(await run(RESTART))?.code).to.equal("Service");
        expect(lab.organisation.services.restarts("EX01", "MSExchangeTransport")).to.equal(1);
        lab.faults.before(cmd, 1, () => lab.organisation.services.set("EX01", "MSExchangeTransport", "StopPending"));
        expect(errorOf(await run(RESTART))?.code).to.equal("Service");
        expect(await run(STATUS)).to.include({ ok: true });
    });

    it("a cut before the answer leaves the restart done", async () => {
        lab.faults.inject({ fault: "cut-before-answer", cmd: "restart MSExchangeTransport" });
        agent.send({ op: "batch", stopOnError: true, calls: [RESTART satisfies AgentCall] });
        await agent.closed;
        expect(lab.organisation.services.restarts("EX01", "MSExchangeTransport")).to.equal(1);
    });

    it("a delayed restart can be cancelled", async () => {
        lab.faults.inject({ fault: "delay", ms: 60_000, cmd: "restart MSExchangeTransport" });
        const id = agent.send({ op: "batch", stopOnError: true, calls: [RESTART] });
        agent.send({ id, op: "cancel" });
        const answer = await agent.frame(({ op }) => op === "result");
        expect(errorOf(answer?.op === "result" ? answer.results[0] : undefined)?.code).to.equal("Stopped");
        expect(lab.organisation.services.restarts("EX01", "MSExchangeTransport")).to.equal(0);
    });
});
