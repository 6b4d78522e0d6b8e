import type { AgentCall, AgentError, CallResult } from "../../../provider/session/frames.js";
import type { Argument } from "../cmdlets/argument.js";
import { isWrite } from "../cmdlets/catalogue.js";
import type { CmdletContext } from "../cmdlets/context.js";
import { canonicalName, runCmdlet } from "../cmdlets/run.js";
import type { LabParts } from "../parts.js";
import { agentError, cmdletError } from "./agent-error.js";
import { notAllowed } from "./allow-list.js";
import { project } from "./projection.js";
import { argumentOf } from "./wire-argument.js";

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
        const refusal = notAllowed(call, switches);
        if (refusal !== undefined) return { ok: false, error: agentError("NotAllowed", refusal) };
        const session = this.session();
        if (session === null) return { ok: false, error: agentError("Session", "no Exchange session is open") };
        const delay = faults.due("delay", [call.cmd]);
        if (delay?.ms !== undefined && !this.stopped) await this.pause(delay.ms);
        if (!this.stopped) await faults.interfere(call.cmd);
        if (this.stopped) return { ok: false, error: agentError("Stopped", "the call was cancelled"), warnings: [] };
        const result = this.execute(call, session);
        return { ...result, ms: clock.now().getTime() - start };
    }

    private execute(call: AgentCall, context: CmdletContext): Exclude<CallResult, { skipped: true }> {
        const { faults, meter, transcript } = this.parts;
        const name = canonicalName(call.cmd);
        const before = faults.due("cmdlet-error", [call.cmd]);
        if (before !== undefined) return this.failed(call, name, before.error, false);
        const outcome = runCmdlet(name, boundArguments(call), context);
        const after = faults.due("error-after-write", [call.cmd]);
        if (after !== undefined) return this.failed(call, name, after.error, outcome.changed);
        meter.call(name, call.par, outcome.error === null, outcome.changed);
        transcript.note(`${name} ${JSON.stringify(call.par)} ${outcome.error?.reason ?? "ok"}`);
        const { warnings } = outcome;
        if (outcome.error !== null) return { ok: false, error: cmdletError(outcome.error), warnings };
        // No properties wanted: no output wanted.
        const out = call.sel.length === 0 ? [] : outcome.objects.map((object) => project(object, call.sel));
        return { ok: true, out, warnings, ms: 0 };
    }

    private failed(call: AgentCall, name: string, error: AgentError | undefined, changed: boolean) {
        this.parts.meter.call(name, call.par, false, changed);
        return { ok: false, error: error ?? agentError("Cmdlet", "[lab] an injected error"), warnings: [] } as const;
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

/** The agent itself adds `-Confirm:$false` to changing calls. */
function boundArguments(call: AgentCall): Record<string, Argument> {
    const given = Object.entries(call.par).map(([name, wire]) => [name, argumentOf(wire) ?? null] as const);
    const asked = given.some(([name]) => name.toLowerCase() === "confirm");
    const quiet = isWrite(call.cmd) && !asked ? [["Confirm", false] as const] : [];
    return Object.fromEntries([...given, ...quiet]);
}
