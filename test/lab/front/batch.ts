import type { AgentCall, AgentError, CallResult, CmdletCall, ServiceCall } from "../../../provider/session/frames.js";
import type { Argument } from "../cmdlets/argument.js";
import { isWrite } from "../cmdlets/catalogue.js";
import type { CmdletContext } from "../cmdlets/context.js";
import { canonicalName, runCmdlet } from "../cmdlets/run.js";
import type { LabParts } from "../parts.js";
import { agentError, cmdletError } from "./agent-error.js";
import type { Logon } from "./agent-port.js";
import { notAllowed } from "./allow-list.js";
import { argumentsOf, isServiceCall, labelOf } from "./calls.js";
import { project } from "./projection.js";
import { runService } from "./service.js";
import { argumentOf } from "./wire-argument.js";

type Answered = Exclude<CallResult, { skipped: true }>;

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
        if (session === null && !isServiceCall(call)) {
            return { ok: false, error: agentError("Session", "no Exchange session is open") };
        }
        const delay = faults.due("delay", [label]);
        if (delay?.ms !== undefined && !this.stopped) await this.pause(delay.ms);
        if (!this.stopped) await faults.interfere(label);
        if (this.stopped) return { ok: false, error: agentError("Stopped", "the call was cancelled"), warnings: [] };
        const result = this.execute(call, session);
        return { ...result, ms: clock.now().getTime() - start };
    }

    private execute(call: AgentCall, context: CmdletContext | null): Answered {
        const { faults, meter, transcript } = this.parts;
        const label = labelOf(call);
        const name = canonicalName(label);
        const before = faults.due("cmdlet-error", [label]);
        if (before !== undefined) return this.failed(call, name, before.error, false);
        const { result, changed } = isServiceCall(call)
            ? this.service(call)
            : this.cmdlet(call as CmdletCall, name, context);
        const after = faults.due("error-after-write", [label]);
        if (after !== undefined) return this.failed(call, name, after.error, changed);
        meter.call(name, argumentsOf(call), result.ok, changed);
        const reason = result.ok ? "ok" : (result.error.reason ?? result.error.code);
        transcript.note(`${name} ${JSON.stringify(argumentsOf(call))} ${reason}`);
        return result;
    }

    private cmdlet(call: CmdletCall, name: string, context: CmdletContext | null): Done {
        if (context === null) throw new Error("no Exchange session");
        const { error, warnings, changed, objects } = runCmdlet(name, boundArguments(call), context);
        if (error !== null) return { result: { ok: false, error: cmdletError(error), warnings }, changed };
        // No properties wanted: no output wanted.
        const out = call.sel.length === 0 ? [] : objects.map((object) => project(object, call.sel));
        return { result: { ok: true, out, warnings, ms: 0 }, changed };
    }

    private service(call: ServiceCall): Done {
        const { error, out, effect } = runService(call, this.parts, this.logon);
        const result: Answered =
            error === null ? { ok: true, out, warnings: [], ms: 0 } : { ok: false, error, warnings: [] };
        return { result, changed: effect };
    }

    private failed(call: AgentCall, name: string, error: AgentError | undefined, changed: boolean) {
        this.parts.meter.call(name, argumentsOf(call), false, changed);
        const code = isServiceCall(call) ? "Service" : "Cmdlet";
        return { ok: false, error: error ?? agentError(code, "[lab] an injected error"), warnings: [] } as const;
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

interface Done {
    readonly result: Answered;
    readonly changed: boolean;
}

/** The agent itself adds `-Confirm:$false` to changing calls. */
function boundArguments(call: CmdletCall): Record<string, Argument> {
    const given = Object.entries(call.par).map(([name, wire]) => [name, argumentOf(wire) ?? null] as const);
    const asked = given.some(([name]) => name.toLowerCase() === "confirm");
    const quiet = isWrite(call.cmd) && !asked ? [["Confirm", false] as const] : [];
    return Object.fromEntries([...given, ...quiet]);
}
