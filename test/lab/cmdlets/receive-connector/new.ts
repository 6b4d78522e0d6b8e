import type { ReceiveConnector, ReceiveConnectorSettings } from "../../model/receive-connector.js";
import { newReceiveConnectorSettings, usageSettings } from "../../model/receive-defaults.js";
import { isOn } from "../bind.js";
import { confirm, domainControllerOf } from "../common.js";
import { type CmdletContext, readResult, type TaskResult } from "../context.js";
import { alreadyExists, missingMandatory, ruleBroken } from "../failure.js";
import { overlay } from "../overlay.js";
import type { Bound, BoundValue } from "../parameter.js";
import { serverNamed } from "./find.js";
import { liveReceiveConnector } from "./live-object.js";
import { usage as usages } from "./names.js";
import { checkRules } from "./rules.js";
import { storable } from "./storable.js";

/** Creates the connector and returns it. */
export function newReceiveConnector(bound: Map<string, BoundValue>, context: CmdletContext): TaskResult {
    const { organisation, switches, clock, chance } = context;
    const domainController = domainControllerOf(bound, context);
    const named = bound.get("Server");
    const server = typeof named === "string" ? serverNamed(named, context, domainController) : context.server;
    const usage = usageOf(bound, server.isEdge);
    refuseMissing(usage, bound);
    const start: ReceiveConnectorSettings = {
        Name: "",
        ...newReceiveConnectorSettings(server),
        ...usageSettings(usage, server.isEdge, switches.usageBindings === "ipv4-and-ipv6"),
        TransportRole: server.isEdge ? "HubTransport" : switches.defaultTransportRole,
    };
    const settings = overlay(start, storable(bound, context, domainController), switches);
    const now = clock.now();
    const own = { server: server.name, settings, rights: [] };
    const connector: ReceiveConnector = { guid: chance.guid(), created: now, changed: now, ...own };
    checkRules(connector, bound, context);
    if (organisation.receiveConnector(server.name, settings.Name) !== undefined) {
        throw alreadyExists(organisation.names.receiveConnector(server.name, settings.Name), domainController);
    }
    confirm(bound, false);
    if (isOn(bound, "WhatIf")) return readResult([]);
    organisation.putReceiveConnector(connector);
    return { ...readResult([liveReceiveConnector(connector, domainController, context)]), changed: true };
}

/** R20: one usage at most. It is not stored, it only chooses initial values. */
function usageOf(bound: Bound, isEdge: boolean): string {
    const named = bound.get("Usage");
    const given = Object.keys(usages.members).filter((name) => isOn(bound, name));
    const all = typeof named === "string" ? [named, ...given] : given;
    if (all.length > 1) throw ruleBroken("R20", `Only one usage can be given: ${all.join(", ")}.`);
    const [usage = "Custom"] = all;
    if (isEdge && usage === "Client") throw ruleBroken("Edge", "An Edge server has no connectors for clients.");
    return usage;
}

/** Sheet 5.1, by its syntax blocks: its prose contradicts them and an official procedure. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    Custom: ["Bindings", "RemoteIPRanges"],
    Partner: ["Bindings", "RemoteIPRanges"],
    Internet: ["Bindings"],
    Internal: ["RemoteIPRanges"],
    Client: ["RemoteIPRanges"],
};

function refuseMissing(usage: string, bound: Bound): void {
    const missing = (NEEDED[usage] ?? []).filter((name) => !bound.has(name));
    if (missing.length > 0) throw missingMandatory(missing);
}
