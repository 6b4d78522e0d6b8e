import type { AgentCall, ServiceCall } from "../../../provider/session/frames.js";

export function isServiceCall(call: AgentCall): call is ServiceCall {
    return "service" in call;
}

/** The cmdlet's name, or e.g. `restart MSExchangeTransport`: what the meter, the transcript and faults call it. */
export function labelOf(call: AgentCall): string {
    return isServiceCall(call) ? `${call.service} ${call.name}` : call.cmd;
}

/** What came with the call, exactly as received. */
export function argumentsOf(call: AgentCall): Readonly<Record<string, unknown>> {
    if (!isServiceCall(call)) return call.par;
    const { service, name, ...others } = call;
    return others;
}
