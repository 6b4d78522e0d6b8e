import type { AgentCall, AgentError, CallResult } from "../../../provider/session/frames.js";
import type { CmdletContext } from "../cmdlets/context.js";
import { canonicalName } from "../cmdlets/run.js";
import type { LabParts } from "../parts.js";
import { localCmdletNamed } from "../windows/cmdlets/catalogue.js";
import { agentError } from "./agent-error.js";
import type { Logon } from "./agent-port.js";
import { notAllowed } from "./allow-list.js";
import { argumentsOf, codeOf, isCmdletCall, labelOf } from "./calls.js";
import { type Answered, execute } from "./execute.js";

/** One batch under way; another thread of the agent may stop it. */
export class Batch {
    private stopped = false;
    private wake: (() => void) | null = null;

    constructor(
        private readonly calls: readonly AgentCall[],
        private readonly stopOnError: boolean,
        /** Asked when a call runs: the open before this batch may still be under way. */
        private readonly session: () => CmdletContext | null,
        private readonly parts: LabParts,
        private readonly logon: Logon,
    ) {}

    /** Stops the running call; those after it are skipped. */
    stop(): void {
        this.stopped = true;
        this.wake?.();
    }

    async run(): Promise<CallResult[]> {
        const results: CallResult[] = [];
        let over = false;
        for (const call of this.calls) {
            const result: CallResult = over ? { skipped: true } : await this.one(call);
            results.push(result);
            over ||= this.stopped || (this.stopOnError && "ok" in result && !result.ok);
        }
        return results;
    }

    private async one(call: AgentCall): Promise<CallResult> {
        const { clock, faults, switches } = this.parts;
        const start = clock.now().getTime();
        const label = labelOf(call);
        const refusal = notAllowed(call, switches);
        if (refusal !== undefined) return { ok: false, error: agentError("NotAllowed", refusal) };
        const session = this.session();
        if (session === null && isCmdletCall(call) && call.local !== true) {
            return { ok: false, error: agentError("Session", "no Exchange session is open") };
        }
        const delay = faults.due("delay", [label]);
        if (delay?.ms !== undefined && !this.stopped) await this.pause(delay.ms);
        if (!this.stopped) await faults.interfere(label);
        if (this.stopped) return { ok: false, error: agentError("Stopped", "the call was cancelled"), warnings: [] };
        const result = this.answer(call, session);
        return { ...result, ms: clock.now().getTime() - start };
    }

    private answer(call: AgentCall, context: CmdletContext | null): Answered {
        const { faults, meter, transcript } = this.parts;
        const label = labelOf(call);
        const name = localCmdletNamed(label)?.name ?? canonicalName(label);
        const before = faults.due("cmdlet-error", [label]);
        if (before !== undefined) return this.failed(call, name, before.error, false);
        const { result, changed } = execute(call, this.parts, this.logon, context);
        const after = faults.due("error-after-write", [label]);
        if (after !== undefined) return this.failed(call, name, after.error, changed);
        meter.call(name, argumentsOf(call), result.ok, changed, this.elsewhere);
        const reason = result.ok ? "ok" : (result.error.reason ?? result.error.code);
        const where = this.elsewhere === undefined ? "" : `${this.elsewhere}: `;
        transcript.note(`${where}${name} ${JSON.stringify(argumentsOf(call))} ${reason}`);
        return result;
    }

    /** The server of this connection, where it is not the first. */
    private get elsewhere(): string | undefined {
        const { organisation, server } = this.parts;
        return organisation.servers[0]?.name === server.name ? undefined : server.name;
    }

    private failed(call: AgentCall, name: string, error: AgentError | undefined, changed: boolean) {
        this.parts.meter.call(name, argumentsOf(call), false, changed, this.elsewhere);
        return {
            ok: false,
            error: error ?? agentError(codeOf(call), "[lab] an injected error"),
            warnings: [],
        } as const;
    }

    private pause(milliseconds: number): Promise<void> {
        return new Promise((resolve) => {
            const takeBack = this.parts.clock.after(milliseconds, resolve);
            this.wake = () => {
                takeBack();
                resolve();
            };
        });
    }
}
