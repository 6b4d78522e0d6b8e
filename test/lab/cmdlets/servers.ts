import { legacyServerName } from "../model/directory-names.js";
import type { Server } from "../model/server.js";
import type { CmdletContext } from "./context.js";
import { notFound } from "./failure.js";
import { matching, only } from "./find.js";
import { type BoundValue, ListEdit } from "./parameter.js";

/** Servers that an identity names: name, GUID, DN or legacy DN. */
export function serversNamed(identity: string, { organisation, switches }: CmdletContext): Server[] {
    return matching(organisation.servers, identity, (server) => [
        server.name,
        organisation.names.server(server.name),
        legacyServerName(organisation.name, server.name),
        ...(switches.serverByFqdn ? [server.fqdn] : []),
    ]);
}

/** `SourceTransportServers` as short names; an unknown server is E-1. */
export function shortNames(value: BoundValue, context: CmdletContext): BoundValue {
    const shortName = (identity: string) =>
        only(serversNamed(identity, context), identity, () => notFound(identity, context.organisation.domainController))
            .name;
    if (value instanceof ListEdit) return new ListEdit(value.add.map(shortName), value.remove.map(shortName));
    return Array.isArray(value) ? value.map((identity: string) => shortName(identity)) : value;
}
