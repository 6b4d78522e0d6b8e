import { isOn } from "../bind.js";
import { confirm, domainControllerOf } from "../common.js";
import { type CmdletContext, nothingChanged, readResult, type TaskResult } from "../context.js";
import { alreadyExists } from "../failure.js";
import { differs, overlay } from "../overlay.js";
import type { BoundValue } from "../parameter.js";
import { identityOf, theConnector } from "./find.js";
import { checkRules } from "./rules.js";
import { storable } from "./storable.js";

/** Rights granted on the connector stay, whatever permission groups are set. */
export function setReceiveConnector(bound: Map<string, BoundValue>, context: CmdletContext): TaskResult {
    const { organisation, switches, clock } = context;
    const domainController = domainControllerOf(bound, context);
    const connector = theConnector(String(bound.get("Identity")), context, domainController);
    const settings = overlay(connector.settings, storable(bound, context, domainController), switches);
    const after = { ...connector, settings };
    checkRules(after, bound, context);
    const namesake = organisation.receiveConnector(connector.server, settings.Name);
    if (namesake !== undefined && namesake.guid !== connector.guid) {
        throw alreadyExists(organisation.names.receiveConnector(connector.server, settings.Name), domainController);
    }
    confirm(bound, false);
    if (isOn(bound, "WhatIf")) return readResult([]);
    if (!differs(connector.settings, settings)) return nothingChanged(identityOf(connector));
    organisation.putReceiveConnector({ ...after, changed: clock.now() });
    return { objects: [], warnings: [], changed: true };
}
