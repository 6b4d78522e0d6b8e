import type { AgentError, CallResult, WireObject } from "../../../provider/session/frames.js";
import { HandClock } from "../clock.js";
import { type Lab, type LabOptions, startLab } from "../lab.js";
import { AGENT_PATH, OPEN, type RawAgent, RawClient } from "./raw-client.js";

/** A lab and one agent without an Exchange session, for the lab's own tests. */
export class WindowsAgent {
    private constructor(
        readonly lab: Lab,
        private readonly client: RawClient,
        readonly agent: RawAgent,
    ) {}

    static async start(options: Partial<LabOptions> = {}): Promise<WindowsAgent> {
        const lab = await startLab({ preset: "dag", clock: new HandClock(), ...options });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
        const client = await RawClient.dial(lab);
        const agent = await client.agent();
        await agent.ask({ ...OPEN, exchange: null });
        return new WindowsAgent(lab, client, agent);
    }

    async stop(): Promise<void> {
        await this.client.end();
        await this.lab.stop();
    }

    /** The code of the frame where the request as a whole was no request. */
    async refusal(call: object): Promise<string | undefined> {
        const answer = await this.agent.ask({ op: "batch", stopOnError: true, calls: [call] });
        return answer?.op === "error" ? answer.error.code : undefined;
    }

    async run(call: object, by = this.agent): Promise<CallResult | undefined> {
        const answer = await by.ask({ op: "batch", stopOnError: true, calls: [call] });
        return answer?.op === "result" ? answer.results[0] : undefined;
    }

    async out(call: object): Promise<readonly WireObject[] | undefined> {
        const result = await this.run(call);
        return result !== undefined && "ok" in result && result.ok ? result.out : undefined;
    }

    async error(call: object): Promise<AgentError | undefined> {
        const result = await this.run(call);
        return result !== undefined && "ok" in result && !result.ok ? result.error : undefined;
    }
}
