import type {
    AgentCall,
    CmdletCall,
    MachineCall,
    RegistryCall,
    ServiceCall,
} from "../../../provider/session/frames.js";

export function isServiceCall(call: AgentCall): call is ServiceCall {
    return "service" in call;
}

export function isRegistryCall(call: AgentCall): call is RegistryCall {
    return "reg" in call;
}

export function isMachineCall(call: AgentCall): call is MachineCall {
    return "machine" in call;
}

export function isCmdletCall(call: AgentCall): call is CmdletCall {
    return "cmd" in call;
}

/**
 * The cmdlet's name, or e.g. `restart MSExchangeTransport`, `reg set`, `machine boot`: what the meter, the transcript
 * and faults call it.
 */
export function labelOf(call: AgentCall): string {
    if (isServiceCall(call)) return `${call.service} ${call.name}`;
    if (isRegistryCall(call)) return `reg ${call.reg}`;
    return isMachineCall(call) ? `machine ${call.machine}` : call.cmd;
}

/** What came with the call, exactly as received. */
export function argumentsOf(call: AgentCall): Readonly<Record<string, unknown>> {
    if (isCmdletCall(call)) return call.par;
    if (isMachineCall(call)) return {};
    if (isRegistryCall(call)) {
        const { reg, ...others } = call;
        return others;
    }
    const { service, name, ...others } = call;
    return others;
}

/** The code of an error that the agent reports of such a call. */
export function codeOf(call: AgentCall): string {
    if (isServiceCall(call)) return "Service";
    return isRegistryCall(call) ? "Registry" : "Cmdlet";
}
