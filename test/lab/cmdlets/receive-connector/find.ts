import type { ReceiveConnector } from "../../model/receive-connector.js";
import type { Server } from "../../model/server.js";
import { sameText } from "../../values/same-text.js";
import type { CmdletContext } from "../context.js";
import { ambiguous, notFound } from "../failure.js";
import { matching, only } from "../find.js";
import { serversNamed } from "../servers.js";

/** `SERVER\Name`, with the server's short name. */
export function identityOf({ server, settings }: ReceiveConnector): string {
    return `${server}\\${settings.Name}`;
}

/** Connectors that this session can see: an Edge server keeps its own to itself. */
export function visibleConnectors({ organisation, server }: CmdletContext): readonly ReceiveConnector[] {
    if (server.isEdge) return connectorsOf(server, organisation.receiveConnectors);
    const edges = organisation.servers.filter(({ isEdge }) => isEdge).map(({ name }) => name);
    return organisation.receiveConnectors.filter((connector) => !edges.includes(connector.server));
}

export function connectorsOf(server: Server, connectors: readonly ReceiveConnector[]): readonly ReceiveConnector[] {
    return connectors.filter((connector) => sameText(connector.server, server.name));
}

/** By `SERVER\Name`, bare name, DN or GUID. */
export function connectorsNamed(identity: string, context: CmdletContext): ReceiveConnector[] {
    const { organisation, switches, server: reached } = context;
    const found = matching(visibleConnectors(context), identity, (connector) => {
        const { server, settings } = connector;
        const fqdn = organisation.servers.find(({ name }) => name === server)?.fqdn;
        const byFqdn = switches.serverByFqdn && fqdn !== undefined ? [`${fqdn}\\${settings.Name}`] : [];
        return [
            identityOf(connector),
            settings.Name,
            organisation.names.receiveConnector(server, settings.Name),
            ...byFqdn,
        ];
    });
    const here = connectorsOf(reached, found);
    const isBare = switches.bareReceiveName === "local-server" && !identity.includes("*");
    return isBare && here.length > 0 ? [...here] : found;
}

/** The single connector of a change. */
export function theConnector(identity: string, context: CmdletContext, domainController: string): ReceiveConnector {
    return only(connectorsNamed(identity, context), identity, () => notFound(identity, domainController));
}

/** What a read gets: a wildcard may name several or none, anything else exactly one. */
export function readConnectors(identity: string, context: CmdletContext, domainController: string): ReceiveConnector[] {
    const found = connectorsNamed(identity, context);
    if (identity.includes("*")) return found;
    if (found.length > 1) throw ambiguous(identity);
    if (found.length === 0) throw notFound(identity, domainController);
    return found;
}

/** The server that `-Server` names, here also by its FQDN; from inside, an Edge server cannot be reached. */
export function serverNamed(identity: string, context: CmdletContext, domainController: string): Server {
    const around = { ...context, switches: { ...context.switches, serverByFqdn: true } };
    const found = serversNamed(identity, around).filter(({ isEdge }) => isEdge === context.server.isEdge);
    return only(found, identity, () => notFound(identity, domainController));
}
