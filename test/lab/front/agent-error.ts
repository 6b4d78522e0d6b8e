import type { AgentError } from "../../../provider/session/frames.js";
import type { ErrorRecord } from "../cmdlets/error-record.js";

export function cmdletError(record: ErrorRecord): AgentError {
    const exceptionTypes = ["System.Management.Automation.RemoteException"];
    return { code: "Cmdlet", ...record, exceptionTypes };
}

/** An error of the agent itself. */
export function agentError(code: string, message: string): AgentError {
    return { code, message, transient: false };
}
