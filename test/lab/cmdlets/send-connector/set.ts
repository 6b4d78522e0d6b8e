import { isOn } from "../bind.js";
import { confirm, domainControllerOf } from "../common.js";
import { type CmdletContext, nothingChanged, readResult, type TaskResult } from "../context.js";
import { alreadyExists, notFound } from "../failure.js";
import { only } from "../find.js";
import { differs, overlay } from "../overlay.js";
import type { BoundValue } from "../parameter.js";
import { connectorsNamed } from "./find.js";
import { resolveObjects } from "./resolve.js";
import { checkRules } from "./rules.js";
import { refuseOnSubscribedEdge } from "./subscribed-edge.js";

export function setSendConnector(bound: Map<string, BoundValue>, context: CmdletContext): TaskResult {
    const { organisation, switches, clock } = context;
    const domainController = domainControllerOf(bound, context);
    refuseOnSubscribedEdge(context);
    const identity = String(bound.get("Identity"));
    const connector = only(connectorsNamed(identity, context, false), identity, () =>
        notFound(identity, domainController),
    );
    resolveObjects(bound, context, domainController);
    const settings = overlay(connector.settings, bound, switches);
    checkRules(settings, bound, context);
    const namesake = organisation.sendConnector(settings.Name);
    if (namesake !== undefined && namesake.guid !== connector.guid) {
        throw alreadyExists(organisation.names.sendConnector(settings.Name), domainController);
    }
    confirm(bound, false);
    if (isOn(bound, "WhatIf")) return readResult([]);
    if (!differs(connector.settings, settings)) return nothingChanged(connector.settings.Name);
    organisation.putSendConnector({ ...connector, changed: clock.now(), settings });
    return { objects: [], warnings: [], changed: true };
}
