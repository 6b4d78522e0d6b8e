import { join } from "node:path";
import type {
    AgentCall,
    AgentError,
    CallResult,
    ExchangeEndpoint,
    OpenedFrame,
    WireArgument,
    WireObject,
} from "../../provider/session/frames";
import { repositoryRoot } from "../repository-root";
import { AgentProcess } from "./agent-process";
import { powerShell } from "./power-shell";

/** Cmdlets that record what they are given, imported as kind `module`. */
export const STUB_PATH = join(repositoryRoot(), "test", "agent", "exchange-stub.psm1");
export const stub: ExchangeEndpoint = { kind: "module", path: STUB_PATH };

/** A suite that needs a real PowerShell; without one its tests are reported as skipped. */
export function describeOnPowerShell(title: string, body: () => void): void {
    describe(title, () => {
        before(function () {
            if (powerShell === undefined) {
                this.skip();
            }
        });
        body();
    });
}

/** One agent for all tests of a suite, with the stub open. */
export function sharedAgent(): () => AgentProcess {
    let agent: AgentProcess | undefined;
    before(async () => {
        agent = powerShell === undefined ? undefined : await openAgent();
    });
    after(async () => {
        await agent?.stop();
    });
    return () => {
        if (agent === undefined) {
            throw new Error("The agent was not started");
        }
        return agent;
    };
}

/** An agent of its own for each test; `start` it, and it is gone when the test is over. */
export function ownAgents(): (environment?: NodeJS.ProcessEnv, command?: readonly string[]) => AgentProcess {
    const started: AgentProcess[] = [];
    afterEach(async () => {
        await Promise.all(started.splice(0).map((agent) => agent.stop()));
    });
    return (environment, command) => {
        const agent = new AgentProcess(environment, command);
        started.push(agent);
        return agent;
    };
}

async function openAgent(): Promise<AgentProcess> {
    const agent = new AgentProcess();
    await agent.hello();
    await open(agent);
    return agent;
}

export async function open(
    agent: AgentProcess,
    exchange: ExchangeEndpoint | null = stub,
    { heartbeatS = 300, idleS = 300 } = {},
): Promise<OpenedFrame> {
    const id = agent.nextId();
    agent.send({ id, op: "open", exchange, heartbeatS, idleS });
    const frame = await agent.answer(id);
    if (frame.op !== "opened") {
        throw new Error(`Not opened: ${JSON.stringify(frame)}`);
    }
    return frame;
}

export async function batch(
    agent: AgentProcess,
    calls: readonly AgentCall[],
    { stopOnError = false, seconds = 30 } = {},
): Promise<readonly CallResult[]> {
    const id = agent.nextId();
    agent.send({ id, op: "batch", stopOnError, calls });
    return resultsOf(agent, id, seconds);
}

export async function resultsOf(agent: AgentProcess, id: number, seconds = 30): Promise<readonly CallResult[]> {
    const frame = await agent.answer(id, seconds);
    if (frame.op !== "result") {
        throw new Error(`No result: ${JSON.stringify(frame)}`);
    }
    return frame.results;
}

export async function call(
    agent: AgentProcess,
    cmd: string,
    par: Readonly<Record<string, WireArgument>> = {},
    sel: readonly string[] = [],
): Promise<CallResult> {
    const [result] = await batch(agent, [{ cmd, par, sel }]);
    if (result === undefined) {
        throw new Error("A batch of one call had no result");
    }
    return result;
}

export function outOf(result: CallResult): readonly WireObject[] {
    if (!("ok" in result) || !result.ok) {
        throw new Error(`The call failed: ${JSON.stringify(result)}`);
    }
    return result.out;
}

export function errorOf(result: CallResult | undefined): AgentError {
    if (result === undefined || !("ok" in result) || result.ok) {
        throw new Error(`The call did not fail: ${JSON.stringify(result)}`);
    }
    return result.error;
}
