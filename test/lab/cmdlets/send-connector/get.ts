import { domainControllerOf } from "../common.js";
import { type CmdletContext, readResult, type TaskResult } from "../context.js";
import { notFound } from "../failure.js";
import type { Bound } from "../parameter.js";
import { connectorsNamed } from "./find.js";
import { liveSendConnector } from "./live-object.js";

/** Without an identity, or with `$null` for one, every connector. A wildcard that matches nothing is no error. */
export function getSendConnector(bound: Bound, context: CmdletContext): TaskResult {
    const domainController = domainControllerOf(bound, context);
    const identity = bound.get("Identity");
    const found =
        typeof identity === "string"
            ? connectorsNamed(identity, context, true)
            : [...context.organisation.sendConnectors];
    if (typeof identity === "string" && found.length === 0 && !identity.includes("*")) {
        throw notFound(identity, domainController);
    }
    return readResult(found.map((connector) => liveSendConnector(connector, domainController, context)));
}
