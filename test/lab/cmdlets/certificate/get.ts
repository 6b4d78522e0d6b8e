import type { Server } from "../../model/server.js";
import { sameText } from "../../values/same-text.js";
import { domainControllerOf } from "../common.js";
import { type CmdletContext, readResult, type TaskResult } from "../context.js";
import { ambiguousParameterSet, notFound, rpcFailure } from "../failure.js";
import { only } from "../find.js";
import type { Bound } from "../parameter.js";
import { serversNamed } from "../servers.js";
import { liveCertificate } from "./live-object.js";
import { candidatesFor } from "./selection.js";

/** What is in the store of one server: it is asked itself, not the directory. */
export function getExchangeCertificate(bound: Bound, context: CmdletContext): TaskResult {
    const { server, thumbprint } = asked(bound, context);
    const { certificates, unreachable } = context.organisation;
    // An Edge server's store is its own: nobody inside can ask for it.
    const apart = server.isEdge && !context.server.isEdge;
    if (apart || unreachable.has(server.name)) throw rpcFailure(server.name, "The RPC server is unavailable.");
    const store = certificates.of(server.name);
    const found = thumbprint === null ? store : store.filter((one) => sameText(one.thumbprint, thumbprint));
    if (thumbprint !== null && found.length === 0) {
        // E-17.
        throw rpcFailure(server.name, `The certificate with thumbprint ${thumbprint} was not found.`);
    }
    const domains = bound.get("DomainName");
    const chosen = Array.isArray(domains) ? candidatesFor(domains, found, context.clock.now()) : found;
    return readResult(chosen.map((certificate) => liveCertificate(certificate, server, context)));
}

interface Asked {
    readonly server: Server;
    readonly thumbprint: string | null;
}

/** `-Identity` is `SERVER\Thumbprint`, where the server may go by its FQDN, or the thumbprint alone. */
function asked(bound: Bound, context: CmdletContext): Asked {
    const identity = bound.get("Identity");
    const thumbprint = bound.get("Thumbprint");
    if (bound.has("Identity") && (bound.has("Server") || bound.has("Thumbprint"))) throw ambiguousParameterSet();
    if (typeof identity !== "string") {
        const named = bound.get("Server");
        const server = typeof named === "string" ? serverNamed(named, false, bound, context) : context.server;
        return { server, thumbprint: typeof thumbprint === "string" ? thumbprint : null };
    }
    const [first = "", second] = identity.split("\\");
    if (second === undefined) return { server: context.server, thumbprint: first };
    return { server: serverNamed(first, true, bound, context), thumbprint: second };
}

function serverNamed(identity: string, byFqdn: boolean, bound: Bound, context: CmdletContext): Server {
    const { switches } = context;
    const around = byFqdn ? { ...context, switches: { ...switches, serverByFqdn: true } } : context;
    return only(serversNamed(identity, around), identity, () => notFound(identity, domainControllerOf(bound, context)));
}
