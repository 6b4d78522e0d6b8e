import type { Kind } from "../model/directory.js";
import type { Organisation } from "../model/organisation.js";
import { sameText } from "../values/same-text.js";
import type { CmdletContext } from "./context.js";
import { TaskFailure, vanished } from "./failure.js";
import type { Bound } from "./parameter.js";
import { writeGuard } from "./rights.js";

/** The organisation as this call meets it: on the domain controller that it names, or on the one that is picked. */
export function viewOf(cmdlet: string, bound: Bound, context: CmdletContext): Organisation {
    const { organisation, switches, byHand = false } = context;
    const domainController = pickDomainController(bound, context);
    return organisation.at({
        domainController,
        // Whoever makes a new one meets those of the same name all the same: the directory itself refuses.
        seesNews: byHand || cmdlet.startsWith("New-"),
        hideNewFor: byHand ? 0 : switches.newObjectsHiddenForReads,
        mayWrite: writeGuard(domainController, context),
    });
}

function pickDomainController(bound: Bound, context: CmdletContext): string {
    const { organisation, server } = context;
    const named = bound.get("DomainController");
    if (typeof named !== "string") return pickedDomainController(context);
    // Sheet 2.2 and 9: not supported with AD LDS. Type and text are synthetic, as those of a wrong name.
    if (server.isEdge)
        throw new TaskFailure("InvalidOperationException", "[synthetic] -DomainController on an Edge server.");
    const found = organisation.domainControllers.find((name) => sameText(name, named));
    if (found !== undefined) return found;
    const message = `[synthetic] Domain controller '${named}' couldn't be found or isn't available.`;
    throw new TaskFailure("ADServerSettingsChangedException", message);
}

/** The domain controller of a call that names none. */
export function pickedDomainController({ organisation, switches, byHand }: CmdletContext): string {
    const roams = switches.roamingDomainController && byHand !== true;
    return roams ? organisation.roam() : organisation.domainController;
}

const KIND_OF: ReadonlyMap<string, Kind> = new Map([
    ["Get-SendConnector", "sendConnector"],
    ["Get-ReceiveConnector", "receiveConnector"],
]);

/** Each read, also one that found nothing, brings new objects one read nearer. */
export function countRead(cmdlet: string, seen: Organisation, { byHand }: CmdletContext): void {
    const kind = KIND_OF.get(cmdlet);
    if (kind !== undefined && byHand !== true) seen.looked(kind);
}

/** E-8 in place of E-1, where a change names an object that is in the directory, but not yet here. */
export function notThereYet(failure: unknown, cmdlet: string, bound: Bound, seen: Organisation): unknown {
    const identity = bound.get("Identity");
    const missing = failure instanceof TaskFailure && failure.exception === "ManagementObjectNotFoundException";
    if (!missing || typeof identity !== "string" || !/^(?:Set|Remove)-/.test(cmdlet)) return failure;
    const known = seen.elsewhere(identity);
    return known === undefined ? failure : vanished(known, seen.domainController);
}
