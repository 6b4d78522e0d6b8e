import { newSendConnectorSettings, type SendConnectorSettings } from "../../model/send-connector.js";
import { isOn } from "../bind.js";
import { confirm, domainControllerOf } from "../common.js";
import { type CmdletContext, readResult, type TaskResult } from "../context.js";
import { alreadyExists, ruleBroken } from "../failure.js";
import { overlay } from "../overlay.js";
import type { Bound, BoundValue } from "../parameter.js";
import { liveSendConnector } from "./live-object.js";
import { usage as usages } from "./names.js";
import { resolveObjects } from "./resolve.js";
import { checkRules } from "./rules.js";
import { refuseOnSubscribedEdge } from "./subscribed-edge.js";

/** Creates the connector and returns it. */
export function newSendConnector(bound: Map<string, BoundValue>, context: CmdletContext): TaskResult {
    const { organisation, server, switches, clock, chance } = context;
    const domainController = domainControllerOf(bound, context);
    refuseOnSubscribedEdge(context);
    resolveObjects(bound, context, domainController);
    const start: SendConnectorSettings = { Name: "", ...newSendConnectorSettings(usageOf(bound), server) };
    const settings = overlay(start, bound, switches);
    checkRules(settings, bound, context);
    if (organisation.sendConnector(settings.Name) !== undefined) {
        throw alreadyExists(organisation.names.sendConnector(settings.Name), domainController);
    }
    confirm(bound, false);
    if (isOn(bound, "WhatIf")) return readResult([]);
    const now = clock.now();
    const connector = { guid: chance.guid(), created: now, changed: now, settings };
    organisation.putSendConnector(connector);
    return { ...readResult([liveSendConnector(connector, domainController, context)]), changed: true };
}

/** S15: one usage at most. It is not stored, it only chooses initial values. */
function usageOf(bound: Bound): string {
    const named = bound.get("Usage");
    const given = Object.keys(usages.members).filter((name) => isOn(bound, name));
    const all = typeof named === "string" ? [named, ...given] : given;
    if (all.length > 1) throw ruleBroken("S15", `Only one usage can be given: ${all.join(", ")}.`);
    return all[0] ?? "Custom";
}
