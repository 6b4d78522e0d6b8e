import { synchronise } from "../../model/edge-subscription.js";
import { isOn } from "../bind.js";
import { confirm, domainControllerOf } from "../common.js";
import { type CmdletContext, nothingChanged, readResult, type TaskResult } from "../context.js";
import { differs, overlay } from "../overlay.js";
import type { Bound } from "../parameter.js";
import { liveTransportConfig } from "./live-object.js";

/** The one object of the organisation; the identity is reserved and not looked at. */
export function getTransportConfig(bound: Bound, context: CmdletContext): TaskResult {
    synchronise(context.organisation, context.clock.now());
    return readResult([liveTransportConfig(domainControllerOf(bound, context), context)]);
}

export function setTransportConfig(bound: Bound, context: CmdletContext): TaskResult {
    const { organisation, switches, clock } = context;
    domainControllerOf(bound, context);
    synchronise(organisation, clock.now());
    const settings = overlay(organisation.transport.settings, bound, switches);
    confirm(bound, false);
    if (isOn(bound, "WhatIf")) return readResult([]);
    if (!differs(organisation.transport.settings, settings)) return nothingChanged("Transport Settings");
    organisation.transport = { ...organisation.transport, changed: clock.now(), settings };
    return { objects: [], warnings: [], changed: true };
}
