import type { Server } from "../../model/server.js";
import { isOn } from "../bind.js";
import { changing, confirm, domainControllerOf, reading } from "../common.js";
import { type CmdletContext, type LiveObject, nothingChanged, readResult, type TaskResult } from "../context.js";
import { notFound, ruleBroken } from "../failure.js";
import { only } from "../find.js";
import { differs, overlay } from "../overlay.js";
import type { Bound, ParameterTable } from "../parameter.js";
import { boolean, identity, readIdentity } from "../parameter-types.js";
import { serversNamed } from "../servers.js";

/** Sheet 10.2, as far as rule R12 goes. Until 2013 the same goes by the name of the transport server. */
export const getParameters: ParameterTable = { ...reading, Identity: { type: readIdentity } };
export const setParameters: ParameterTable = {
    ...changing,
    Identity: { type: identity, mandatory: true },
    UseDowngradedExchangeServerAuth: { type: boolean },
};

export function getTransportService(bound: Bound, context: CmdletContext): TaskResult {
    const domainController = domainControllerOf(bound, context);
    const named = bound.get("Identity");
    const { servers } = context.organisation;
    const found = typeof named === "string" ? serversNamed(named, context) : servers;
    if (typeof named === "string" && found.length === 0 && !named.includes("*")) {
        throw notFound(named, domainController);
    }
    return readResult(found.map((server) => liveTransportService(server, domainController, context)));
}

export function setTransportService(bound: Bound, context: CmdletContext): TaskResult {
    const { transportServices } = context.organisation;
    const named = String(bound.get("Identity"));
    const server = only(serversNamed(named, context), named, () => notFound(named, domainControllerOf(bound, context)));
    if (context.server.isEdge) throw ruleBroken("Edge", "This cmdlet can't be used on an Edge server.");
    const before = transportServices.of(server);
    const after = overlay(before, bound, context.switches);
    confirm(bound, false);
    if (isOn(bound, "WhatIf")) return readResult([]);
    if (!differs(before, after)) return nothingChanged(server.name);
    transportServices.put(server, after, context.clock.now());
    return { objects: [], warnings: [], changed: true };
}

function liveTransportService(server: Server, domainController: string, { organisation }: CmdletContext): LiveObject {
    const { transportServices, names } = organisation;
    const changed = transportServices.changedAt(server);
    return {
        ...transportServices.of(server),
        Name: server.name,
        DistinguishedName: names.server(server.name),
        Identity: server.name,
        Id: server.name,
        Guid: server.guid,
        WhenChanged: changed,
        WhenCreated: server.installed,
        WhenChangedUTC: changed,
        WhenCreatedUTC: server.installed,
        OriginatingServer: domainController,
        IsValid: true,
        ObjectState: "Unchanged",
    };
}
