import type { Arguments } from "../../cmdlets/argument.js";
import { bind } from "../../cmdlets/bind.js";
import { type ErrorRecord, unknownCmdlet } from "../../cmdlets/error-record.js";
import { BindingFailure, TaskFailure } from "../../cmdlets/failure.js";
import { localised } from "../../cmdlets/language.js";
import type { CmdletOutcome } from "../../cmdlets/run.js";
import { isAtLeast } from "../build.js";
import { localCmdletNamed } from "./catalogue.js";
import type { LocalContext } from "./context.js";

/** Runs one cmdlet of Windows. WS2012 R2 has none of them. */
export function runLocal(name: string, given: Arguments, context: LocalContext): CmdletOutcome {
    const cmdlet = localCmdletNamed(name);
    if (cmdlet === undefined || !isAtLeast(context.machine.build, "WS2016")) {
        return failed(unknownCmdlet(name, context.switches));
    }
    try {
        const bound = bind(cmdlet.parameters, given, context.server, context.switches);
        return { ...cmdlet.run(bound, context), error: null };
    } catch (failure) {
        return failed(recordOf(failure, cmdlet.name, context));
    }
}

function recordOf(failure: unknown, cmdlet: string, { switches }: LocalContext): ErrorRecord {
    const isKnown = failure instanceof BindingFailure || failure instanceof TaskFailure;
    if (!isKnown) throw failure;
    const reason = failure instanceof BindingFailure ? failure.reason : failure.exception;
    const id = failure instanceof BindingFailure ? failure.id : reason;
    const message = localised(failure.message, reason, switches);
    return { message, category: failure.category, reason, fqid: `${id},${cmdlet}`, transient: false };
}

function failed(error: ErrorRecord): CmdletOutcome {
    return { objects: [], warnings: [], changed: false, error };
}
