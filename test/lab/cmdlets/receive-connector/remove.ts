import { isOn } from "../bind.js";
import { confirm, domainControllerOf } from "../common.js";
import { type CmdletContext, readResult, type TaskResult } from "../context.js";
import type { Bound } from "../parameter.js";
import { theConnector } from "./find.js";

/** The rights granted on the connector go with it. */
export function removeReceiveConnector(bound: Bound, context: CmdletContext): TaskResult {
    const domainController = domainControllerOf(bound, context);
    const connector = theConnector(String(bound.get("Identity")), context, domainController);
    confirm(bound, true);
    if (isOn(bound, "WhatIf")) return readResult([]);
    context.organisation.removeReceiveConnector(connector.guid);
    return { objects: [], warnings: [], changed: true };
}
