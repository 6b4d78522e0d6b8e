import { parseFqdn } from "../values/domain.js";
import { sameText } from "../values/same-text.js";
import { isOn } from "./bind.js";
import type { CmdletContext } from "./context.js";
import { BindingFailure, TaskFailure } from "./failure.js";
import type { Bound, ParameterTable } from "./parameter.js";
import { boolean, parsed } from "./parameter-types.js";

/** `-DomainController`, on every cmdlet here. */
export const reading: ParameterTable = { DomainController: { type: parsed(parseFqdn) } };

export const changing: ParameterTable = { ...reading, Confirm: { type: boolean }, WhatIf: { type: boolean } };

/** The directory server that answers this call. */
export function domainControllerOf(bound: Bound, { organisation }: CmdletContext): string {
    const named = bound.get("DomainController");
    if (typeof named !== "string") return organisation.domainController;
    const found = organisation.domainControllers.find((name) => sameText(name, named));
    if (found !== undefined) return found;
    // Synthetic: what a wrong directory server gives is not in the sheets.
    const message = `[synthetic] Domain controller '${named}' couldn't be found or isn't available.`;
    throw new TaskFailure("ADServerSettingsChangedException", message);
}

/** A prompt that nobody can answer; `asks`: the cmdlet prompts unless told not to. */
export function confirm(bound: Bound, asks: boolean): void {
    const wanted = bound.has("Confirm") ? isOn(bound, "Confirm") : asks;
    if (!wanted || isOn(bound, "WhatIf")) return;
    const message = "A command that prompts the user failed because the host program doesn't support user interaction.";
    throw new BindingFailure("HostFunctionNotImplemented", "NotImplemented", "HostException", message);
}
