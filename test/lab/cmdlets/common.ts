import { parseFqdn } from "../values/domain.js";
import { isOn } from "./bind.js";
import type { CmdletContext } from "./context.js";
import { BindingFailure } from "./failure.js";
import type { Bound, ParameterTable } from "./parameter.js";
import { boolean, parsed } from "./parameter-types.js";

/** `-DomainController`, on every cmdlet here. */
export const reading: ParameterTable = { DomainController: { type: parsed(parseFqdn) } };

export const changing: ParameterTable = { ...reading, Confirm: { type: boolean }, WhatIf: { type: boolean } };

/** The directory server that answers this call: the one whose view the call has; an Edge server has its own. */
export function domainControllerOf(_bound: Bound, { organisation, server }: CmdletContext): string {
    return server.isEdge ? server.fqdn : organisation.domainController;
}

/** A prompt that nobody can answer; `asks`: the cmdlet prompts unless told not to. */
export function confirm(bound: Bound, asks: boolean): void {
    const wanted = bound.has("Confirm") ? isOn(bound, "Confirm") : asks;
    if (!wanted || isOn(bound, "WhatIf")) return;
    const message = "A command that prompts the user failed because the host program doesn't support user interaction.";
    throw new BindingFailure("HostFunctionNotImplemented", "NotImplemented", "HostException", message);
}
