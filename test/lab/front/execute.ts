import type { AgentCall, CallResult, CmdletCall } from "../../../provider/session/frames.js";
import type { Argument } from "../cmdlets/argument.js";
import { isWrite } from "../cmdlets/catalogue.js";
import type { CmdletContext } from "../cmdlets/context.js";
import { type CmdletOutcome, runCmdlet } from "../cmdlets/run.js";
import type { LabParts } from "../parts.js";
import { runLocal } from "../windows/cmdlets/run.js";
import { cmdletError } from "./agent-error.js";
import type { Logon } from "./agent-port.js";
import { isMachineCall, isRegistryCall, isServiceCall } from "./calls.js";
import { tellBoot } from "./machine.js";
import type { CallOutcome } from "./outcome.js";
import { project } from "./projection.js";
import { runRegistry } from "./registry.js";
import { runService } from "./service.js";
import { argumentOf } from "./wire-argument.js";

export type Answered = Exclude<CallResult, { skipped: true }>;

export interface Done {
    readonly result: Answered;
    readonly changed: boolean;
}

/** Runs one call on the computer of this connection. `context`: the Exchange session, which only its cmdlets need. */
export function execute(call: AgentCall, parts: LabParts, logon: Logon, context: CmdletContext | null): Done {
    const machine = parts.organisation.machines.of(parts.server.name);
    if (isServiceCall(call)) return done(runService(call, parts, logon));
    if (isRegistryCall(call)) return done(runRegistry(call, machine));
    if (isMachineCall(call)) return done(tellBoot(machine, parts.clock));
    if (call.local === true) {
        const { server, switches } = parts;
        return cmdletDone(call, runLocal(call.cmd, boundArguments(call), { machine, server, switches }));
    }
    if (context === null) throw new Error("no Exchange session");
    return cmdletDone(call, runCmdlet(call.cmd, boundArguments(call), context));
}

function cmdletDone(call: CmdletCall, { error, warnings, changed, objects }: CmdletOutcome): Done {
    if (error !== null) return { result: { ok: false, error: cmdletError(error), warnings }, changed };
    // No properties wanted: no output wanted.
    const out = call.sel.length === 0 ? [] : objects.map((object) => project(object, call.sel));
    return { result: { ok: true, out, warnings, ms: 0 }, changed };
}

function done({ error, out, effect }: CallOutcome): Done {
    const result: Answered =
        error === null ? { ok: true, out, warnings: [], ms: 0 } : { ok: false, error, warnings: [] };
    return { result, changed: effect };
}

/** The agent itself adds `-Confirm:$false` to changing calls. */
function boundArguments(call: CmdletCall): Record<string, Argument> {
    const given = Object.entries(call.par).map(([name, wire]) => [name, argumentOf(wire) ?? null] as const);
    const asked = given.some(([name]) => name.toLowerCase() === "confirm");
    const quiet = isWrite(call.cmd) && !asked ? [["Confirm", false] as const] : [];
    return Object.fromEntries([...given, ...quiet]);
}
