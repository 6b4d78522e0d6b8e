import { domainControllerOf } from "../common.js";
import { type CmdletContext, readResult, type TaskResult } from "../context.js";
import { ambiguousParameterSet } from "../failure.js";
import type { Bound } from "../parameter.js";
import { connectorsOf, readConnectors, serverNamed, visibleConnectors } from "./find.js";
import { liveReceiveConnector } from "./live-object.js";

/** `-Identity` or `-Server`; with neither, or with `$null`, every connector. */
export function getReceiveConnector(bound: Bound, context: CmdletContext): TaskResult {
    const domainController = domainControllerOf(bound, context);
    if (bound.has("Identity") && bound.has("Server")) throw ambiguousParameterSet();
    const identity = bound.get("Identity");
    const server = bound.get("Server");
    const found =
        typeof identity === "string"
            ? readConnectors(identity, context, domainController)
            : typeof server === "string"
              ? connectorsOf(serverNamed(server, context, domainController), visibleConnectors(context))
              : visibleConnectors(context);
    return readResult(found.map((connector) => liveReceiveConnector(connector, domainController, context)));
}
