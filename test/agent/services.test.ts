import { expect } from "chai";
import type { AgentCall, AgentError, CallResult } from "../../provider/session/frames";
import type { AgentProcess } from "./agent-process";
import { batch, describeOnPowerShell, errorOf, open, outOf, ownAgents, resultsOf } from "./conversation";
import { mistakesIn, parsePowerShell } from "./grammar";
import { LATE_STOP, SERVICES } from "./service-stub";
import { type StubbedAgent, stubbedAgent, withStubs } from "./stubbed-agent";

const NAME = "MSExchangeTransport";

describe("agent.ps1: stubs for services", () => {
    it("parse like the agent itself", async () => {
        expect(mistakesIn(await parsePowerShell(withStubs(SERVICES, LATE_STOP)))).to.deep.equal([]);
    });
});

describeOnPowerShell("agent.ps1: transport services", () => {
    const start = ownAgents();
    let stubbed: StubbedAgent;
    let agent: AgentProcess;

    beforeEach(async () => {
        stubbed = await stubbedAgent(SERVICES, LATE_STOP);
        agent = start(stubbed.environment, ["-File", stubbed.path]);
        await agent.hello();
        await open(agent, null);
    });

    afterEach(async () => {
        await stubbed.remove();
    });

    const ask = async (call: object): Promise<CallResult | undefined> => (await batch(agent, [call as AgentCall]))[0];
    const restart = (server: string, timeoutS = 20) => ask({ service: "restart", name: NAME, server, timeoutS });
    const failed = async (asked: Promise<CallResult | undefined>): Promise<AgentError> => errorOf(await asked);
    const seen = async (asked: Promise<CallResult | undefined>) => outOf((await asked) ?? { skipped: true });

    it("tells the status, and touches nothing", async () => {
        for (const name of [NAME, "MSExchangeFrontEndTransport"]) {
            const out = await seen(ask({ service: "status", name, server: `ex01-${name}.contoso.com` }));
            expect(out).to.deep.equal([{ Name: name, Server: `ex01-${name}.contoso.com`, Status: "Running" }]);
        }
        expect(await stubbed.told()).to.deep.equal([]);
    });

    it("stops and starts, and is done when the service runs", async () => {
        expect(await seen(restart("EX01"))).to.deep.equal([{ Name: NAME, Server: "EX01", Status: "Running" }]);
        expect(await stubbed.told()).to.deep.equal([`stop ${NAME}`, `start ${NAME}`]);
    });

    it("starts a service that is stopped", async () => {
        expect(await seen(restart("STOPPED"))).to.have.nested.property("[0].Status", "Running");
        expect(await stubbed.told()).to.deep.equal([`start ${NAME}`]);
    });

    const refused: [what: string, call: object, code: string][] = [
        ["another service", { service: "restart", name: "W3SVC", server: "EX01", timeoutS: 5 }, "NotAllowed"],
        ["another spelling", { service: "status", name: NAME.toLowerCase(), server: "EX01" }, "NotAllowed"],
        ["a wildcard", { service: "status", name: "MSExchange*", server: "EX01" }, "NotAllowed"],
        ["a list of names", { service: "status", name: [NAME], server: "EX01" }, "NotAllowed"],
        ["no name", { service: "status", server: "EX01" }, "NotAllowed"],
        ["another verb", { service: "stop", name: NAME, server: "EX01" }, "NotAllowed"],
        ["no server", { service: "status", name: NAME }, "BadRequest"],
        ["a server that is no name", { service: "status", name: NAME, server: "\\\\EX01; x" }, "BadRequest"],
        ["no time", { service: "restart", name: NAME, server: "EX01" }, "BadRequest"],
        ["no time at all", { service: "restart", name: NAME, server: "EX01", timeoutS: 0 }, "BadRequest"],
        ["a time that is a text", { service: "restart", name: NAME, server: "EX01", timeoutS: "5" }, "BadRequest"],
    ];
    it("refuses all but two services and two verbs, and lives on", async () => {
        for (const [what, call, code] of refused) expect((await failed(ask(call))).code, what).to.equal(code);
        expect(await stubbed.told()).to.deep.equal([]);
        expect(await seen(ask({ service: "status", name: NAME, server: "EX01" }))).to.have.length(1);
    });

    const troubles: [server: string, words: readonly string[], told: readonly string[]][] = [
        [
            "STUCK",
            ["did not stop within 4 s", "will stay stopped", `Start-Service ${NAME} on STUCK`, "StopPending"],
            ["stop"],
        ],
        ["SLOW", ["took longer than 1 s to stop, but was started again; it is Running now"], ["stop", "start"]],
        ["DOWN", ["did not start in time", "StartPending"], ["stop", "start"]],
        ["FAILS", ["Cannot start the service.", "The logon failed."], ["stop", "start"]],
        ["DENIED", ["Cannot open the service.", "Access is denied."], []],
        ["NEEDED", ["ThirdParty depends on it", "Running"], []],
        ["STARTING", ["nothing was done", "StartPending"], []],
    ];
    for (const [server, words, told] of troubles) {
        it(`says what a service did not do: ${words[0]}`, async () => {
            const error = await failed(restart(server, 1));
            expect(error).to.include({ code: "Service", transient: false });
            for (const word of words) expect(error.message).to.include(word);
            expect(await stubbed.told()).to.deep.equal(told.map((verb) => `${verb} ${NAME}`));
        });
    }

    const begin = async (timeoutS: number) => {
        const id = agent.nextId();
        const calls: AgentCall[] = [{ service: "restart", name: NAME, server: "SLOW", timeoutS }];
        agent.send({ id, op: "batch", stopOnError: false, calls });
        const late = Date.now() + 10_000;
        while ((await stubbed.told()).length === 0 && Date.now() < late) {
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return id;
    };

    it("gives stopping and starting one time together", async () => {
        const started = Date.now();
        expect((await failed(restart("DRAINS", 4))).message).to.include("did not start in time");
        expect(Date.now() - started).to.be.below(5_500);
    });

    it("a cancel ends the waiting for the start, and what was stopped is started all the same", async () => {
        const id = await begin(60);
        agent.send({ id, op: "cancel" });
        expect(errorOf((await resultsOf(agent, id, 9))[0]).code).to.equal("Stopped");
        expect(await stubbed.told()).to.deep.equal([`stop ${NAME}`, `start ${NAME}`]);
    });

    it("a cancel does not keep a service from being started that stops late", async () => {
        const id = await begin(1);
        agent.send({ id, op: "cancel" });
        expect(errorOf((await resultsOf(agent, id, 9))[0]).message).to.include("was started again");
        expect(await stubbed.told()).to.deep.equal([`stop ${NAME}`, `start ${NAME}`]);
    });

    for (const timeoutS of [60, 1]) {
        it(`a client that goes away in the middle leaves no service stopped: ${timeoutS} s for it`, async () => {
            await begin(timeoutS);
            agent.endInput();
            expect(await agent.ended()).to.equal(0);
            expect(await stubbed.told()).to.deep.equal([`stop ${NAME}`, `start ${NAME}`]);
        });
    }
});

describeOnPowerShell("agent.ps1: transport services elsewhere than on Windows", () => {
    const start = ownAgents();

    it("says that there are none", async function () {
        if (process.platform === "win32") this.skip();
        const agent = start();
        await agent.hello();
        await open(agent, null);
        const [result] = await batch(agent, [{ service: "status", name: NAME, server: "EX01" }]);
        expect(errorOf(result)).to.include({ code: "Service", transient: false });
    });
});
