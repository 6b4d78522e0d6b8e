import { legacyServerName } from "../../model/directory-names.js";
import { isWithin } from "../../model/product.js";
import type { Server } from "../../model/server.js";
import { hasFrontEnd } from "../../model/server-roles.js";
import { domainControllerOf, reading } from "../common.js";
import { type CmdletContext, type LiveObject, readResult, restrictedTo, type TaskResult } from "../context.js";
import { ambiguousParameterSet, notFound } from "../failure.js";
import type { Bound, ParameterTable } from "../parameter.js";
import { boolean, readIdentity, string } from "../parameter-types.js";
import { serversNamed } from "../servers.js";

export const getParameters: ParameterTable = {
    ...reading,
    Identity: { type: readIdentity },
    Domain: { type: string },
    Status: { type: boolean },
};

export function getExchangeServer(bound: Bound, context: CmdletContext): TaskResult {
    const domainController = domainControllerOf(bound, context);
    if (bound.has("Identity") && bound.has("Domain")) {
        throw ambiguousParameterSet();
    }
    const identity = bound.get("Identity");
    const { servers } = context.organisation;
    const found = typeof identity === "string" ? serversNamed(identity, context) : servers;
    if (typeof identity === "string" && found.length === 0 && !identity.includes("*")) {
        throw notFound(identity, domainController);
    }
    return readResult(found.map((server) => liveServer(server, domainController, context)));
}

/** Sheet 1.4. `ExchangeVersion` is the directory object's, not the product's. */
function liveServer(server: Server, domainController: string, context: CmdletContext): LiveObject {
    const { organisation, server: reached } = context;
    const all: LiveObject = {
        Name: server.name,
        Fqdn: server.fqdn,
        Edition: "StandardEvaluation",
        ServerRole: serverRole(server),
        IsEdgeServer: server.isEdge,
        IsHubTransportServer: !server.isEdge,
        IsFrontendTransportServer: hasFrontEnd(server),
        IsMailboxServer: !server.isEdge,
        Site: server.site === "" ? null : `${organisation.domain}/Configuration/Sites/${server.site}`,
        AdminDisplayVersion: server.version,
        ExchangeVersion: "0.1 (8.0.535.0)",
        ExchangeLegacyDN: legacyServerName(organisation.name, server.name),
        Domain: organisation.domain,
        OrganizationalUnit: `${organisation.domain}/${server.name}`,
        DistinguishedName: organisation.names.server(server.name),
        Identity: server.name,
        Id: server.name,
        Guid: server.guid,
        WhenChanged: server.installed,
        WhenCreated: server.installed,
        WhenChangedUTC: server.installed,
        WhenCreatedUTC: server.installed,
        OriginatingServer: domainController,
        IsValid: true,
        ObjectState: "Unchanged",
    };
    return restrictedTo(reached.product, all, { IsFrontendTransportServer: { since: "2013" } });
}

/** Flags in ascending order of their bits. Before 2013 the lab's servers hold all roles but Edge. */
function serverRole({ isEdge, product }: Server): string {
    if (isEdge) return "Edge";
    return isWithin(product, "2007", "2010") ? "Mailbox, ClientAccess, HubTransport" : "Mailbox";
}
