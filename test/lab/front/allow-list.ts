import type { AgentCall, CmdletCall } from "../../../provider/session/frames.js";
import { cmdletNamed } from "../cmdlets/catalogue.js";
import { SERVICE_NAMES } from "../model/services.js";
import type { Switches } from "../switches.js";
import { sameText } from "../values/same-text.js";
import { localCmdletNamed } from "../windows/cmdlets/catalogue.js";
import { isMachineCall, isRegistryCall, isServiceCall } from "./calls.js";
import { registryNotAllowed } from "./registry-allow-list.js";

/** Why the agent won't run this call: only the two services, and cmdlets and parameters of the sheet, of any version. */
export function notAllowed(call: AgentCall, switches: Readonly<Switches>): string | undefined {
    if (isServiceCall(call)) {
        if (!isOneOf(["status", "restart"], call.service)) return "a service is asked for its status, or restarted";
        const known = SERVICE_NAMES.includes(call.name);
        return known ? undefined : `the service ${call.name} isn't on the allow-list`;
    }
    if (isRegistryCall(call)) return registryNotAllowed(call);
    if (isMachineCall(call)) return isOneOf(["boot"], call.machine) ? undefined : "a computer is asked for its boot";
    const known = knownParameters(call, switches);
    if (known === undefined) return `${call.cmd} isn't on the allow-list`;
    const stray = Object.keys(call.par).find((name) => !known.some((other) => sameText(other, name)));
    return stray === undefined ? undefined : `-${stray} of ${call.cmd} isn't on the allow-list`;
}

/** Requests are typed as what they should be. */
function isOneOf(verbs: readonly string[], verb: unknown): boolean {
    return verbs.some((one) => one === verb);
}

/** Exchange's cmdlets and Windows' own are two lists. */
function knownParameters({ cmd, local }: CmdletCall, switches: Readonly<Switches>): readonly string[] | undefined {
    const table = local === true ? localCmdletNamed(cmd)?.parameters : cmdletNamed(cmd)?.parameters(switches);
    return table === undefined ? undefined : Object.keys(table);
}
