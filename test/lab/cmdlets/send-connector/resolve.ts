import type { CmdletContext } from "../context.js";
import type { BoundValue } from "../parameter.js";
import { identityOf, theConnector } from "../receive-connector/find.js";
import { shortNames } from "../servers.js";

/** Servers and the linked connector, named in any way, become the texts that are kept; what is missing is E-1. */
export function resolveObjects(bound: Map<string, BoundValue>, context: CmdletContext, domainController: string): void {
    const sources = bound.get("SourceTransportServers");
    if (sources !== undefined) bound.set("SourceTransportServers", shortNames(sources, context));
    const linked = bound.get("LinkedReceiveConnector");
    if (typeof linked !== "string") return;
    bound.set("LinkedReceiveConnector", identityOf(theConnector(linked, context, domainController)));
}
