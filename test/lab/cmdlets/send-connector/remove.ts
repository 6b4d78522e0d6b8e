import { isOn } from "../bind.js";
import { confirm, domainControllerOf } from "../common.js";
import { type CmdletContext, readResult, type TaskResult } from "../context.js";
import { notFound } from "../failure.js";
import { only } from "../find.js";
import type { Bound } from "../parameter.js";
import { connectorsNamed } from "./find.js";
import { refuseOnSubscribedEdge } from "./subscribed-edge.js";

/** Asks first, which nobody can answer here: only `-Confirm:$false` gets through. */
export function removeSendConnector(bound: Bound, context: CmdletContext): TaskResult {
    const domainController = domainControllerOf(bound, context);
    refuseOnSubscribedEdge(context);
    const identity = String(bound.get("Identity"));
    const connector = only(connectorsNamed(identity, context, true), identity, () =>
        notFound(identity, domainController),
    );
    confirm(bound, true);
    if (isOn(bound, "WhatIf")) return readResult([]);
    context.organisation.removeSendConnector(connector.guid);
    return { objects: [], warnings: [], changed: true };
}
