import type { AgentCall } from "../../../provider/session/frames.js";
import { cmdletNamed } from "../cmdlets/catalogue.js";
import type { Switches } from "../switches.js";
import { sameText } from "../values/same-text.js";

/** Why the agent won't run this call: only cmdlets and parameters of the reference sheet, of any version, pass. */
export function notAllowed(call: AgentCall, switches: Readonly<Switches>): string | undefined {
    const cmdlet = cmdletNamed(call.cmd);
    if (cmdlet === undefined) return `${call.cmd} isn't on the allow-list`;
    const known = Object.keys(cmdlet.parameters(switches));
    const stray = Object.keys(call.par).find((name) => !known.some((other) => sameText(other, name)));
    return stray === undefined ? undefined : `-${stray} of ${call.cmd} isn't on the allow-list`;
}
