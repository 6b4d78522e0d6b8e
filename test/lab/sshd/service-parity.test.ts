import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import type { AgentFrame, OpenedFrame } from "../../../provider/session/frames.js";
import { agentPath } from "../../agent/agent-script.js";
import { AGENT_PATH, OPEN, openedAgent, type RawAgent, RawClient } from "../front/raw-client.js";
import { type Lab, startLab } from "../lab.js";
import type { Reading } from "../meter.js";
import { ANSWERERS, describeOnSshd } from "./needs.js";
import { SERVICE_STEPS } from "./service-steps.js";
import { type SshdLab, startSshdLab } from "./sshd-lab.js";

const LAB = { preset: "single" } as const;

/** Frames as they are, without the provider's client: what both fronts tell of a session and of services. */
for (const answerer of ANSWERERS) {
    describeOnSshd("services and the domain controller as in the embedded front", answerer, () => {
        const opened: (OpenedFrame | undefined)[] = [];
        const answers: (readonly unknown[])[] = [];
        const meters: Reading["calls"][] = [];

        before(async function () {
            this.timeout(60_000);
            const labs = [await startLab(LAB), await startSshdLab({ ...LAB, answerer })] as const;
            try {
                for (const lab of labs) {
                    const { client, agent, frame } = "sshd" in lab ? await overSshd(lab) : await embedded(lab);
                    opened.push(frame?.op === "opened" ? frame : undefined);
                    if (answerer === "speaker") answers.push(await play(agent, lab));
                    meters.push(lab.meter.mark().calls.filter(({ cmd }) => cmd.includes("MSExchange")));
                    await client.end();
                }
            } finally {
                for (const lab of labs) await lab.stop();
            }
        });

        it("the same server, version and domain controller are reached", () => {
            expect(opened[0]).to.include({ domainController: "dc01.contoso.com" });
            for (const key of ["server", "version", "domainController", "adReachable"] as const) {
                expect(opened[1]?.[key], key).to.equal(opened[0]?.[key]);
            }
        });

        for (const [at, { what }] of SERVICE_STEPS.entries()) {
            it(`${what}: the same answer`, function () {
                // Windows' services are nothing that PowerShell on Linux knows.
                if (answerer === "pwsh") this.skip();
                expect(answers[0]?.[at]).to.not.equal(undefined);
                expect(answers[1]?.[at]).to.deep.equal(answers[0]?.[at]);
            });
        }

        it("the same service calls are metered", function () {
            if (answerer === "pwsh") this.skip();
            expect(meters[0]).to.have.length(SERVICE_STEPS.length - 2);
            expect(meters[1]).to.deep.equal(meters[0]);
        });
    });
}

interface Reached {
    readonly client: RawClient;
    readonly agent: RawAgent;
    readonly frame: AgentFrame | undefined;
}

async function embedded(lab: Lab): Promise<Reached> {
    const reached = await openedAgent(lab);
    return { ...reached, frame: await reached.agent.frame(({ op }) => op === "opened") };
}

async function overSshd(lab: SshdLab): Promise<Reached> {
    const { connection, places } = lab.sshd;
    await writeFile(join(places.home, AGENT_PATH), await readFile(agentPath));
    const { port, username, exchange } = connection;
    const client = await RawClient.dial(lab, {
        ...{ port, username, privateKey: await readFile(connection.privateKeyFile) },
        authHandler: ["publickey"],
    });
    const agent = await client.agent();
    const endpoint = "kind" in exchange ? { kind: "module", path: exchange.modulePath } : OPEN.exchange;
    return { client, agent, frame: await agent.ask({ ...OPEN, exchange: endpoint }) };
}

async function play(agent: RawAgent, { organisation }: Lab): Promise<readonly unknown[]> {
    const answers: unknown[] = [];
    for (const { call, before } of SERVICE_STEPS) {
        before?.(organisation);
        answers.push(comparable(await agent.ask({ op: "batch", stopOnError: true, calls: [call] })));
    }
    return answers;
}

/** Without times. */
function comparable(frame: AgentFrame | undefined): unknown {
    return frame?.op === "result" ? frame.results.map((result) => ({ ...result, ms: 0 })) : frame;
}
