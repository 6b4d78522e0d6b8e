import type { AgentError, ExchangeEndpoint } from "../../../provider/session/frames.js";
import { CATALOGUE, existsOn } from "../cmdlets/catalogue.js";
import type { CmdletContext } from "../cmdlets/context.js";
import { recordOf } from "../cmdlets/error-record.js";
import { directoryUnreachable } from "../cmdlets/failure.js";
import { mayRun } from "../cmdlets/rights.js";
import { pickedDomainController } from "../cmdlets/view.js";
import type { Server } from "../model/server.js";
import { hasRemoting, snapInsOf } from "../model/server-roles.js";
import type { LabParts } from "../parts.js";
import { sameText } from "../values/same-text.js";
import { agentError, cmdletError } from "./agent-error.js";
import type { Logon } from "./agent-port.js";

/** Opens where the cmdlets come from, or says why not. The texts are the lab's own. */
export function openExchange(endpoint: ExchangeEndpoint, parts: LabParts, logon: Logon): CmdletContext | AgentError {
    const server = endpoint.kind === "remote" ? serverAt(endpoint.uri, parts) : parts.server;
    if (server === undefined) return sessionError("no Exchange server of the organisation answers at this address");
    if (endpoint.kind === "module") return sessionError("the lab has no module to import");
    if (endpoint.kind === "snapin" && !snapInsOf(server).includes(endpoint.name))
        return sessionError("no such snap-in");
    const credential = endpoint.kind === "remote" ? endpoint.credential : undefined;
    if (credential !== undefined && !isKnown(credential, parts)) return sessionError("Access is denied");
    // An Edge server's own directory is on its own disk.
    const withoutNetwork = server.isEdge || parts.switches.keyLogonReachesDirectory;
    const reachable = logon === "password" || credential !== undefined || withoutNetwork;
    return {
        ...parts,
        server,
        session: endpoint.kind === "remote" ? "remote" : "local",
        directoryReachable: parts.faults.due("directory-unreachable") === undefined && reachable,
        runspaceId: parts.chance.guid(),
    };
}

/** What the `opened` frame tells of it. */
export function describeSession(context: CmdletContext) {
    const { server, session, directoryReachable } = context;
    const asksDirectory = directoryReachable && !server.isEdge && mayRun("Get-ExchangeServer", context);
    const visible = CATALOGUE.filter((cmdlet) => existsOn(cmdlet, server.product) && mayRun(cmdlet.name, context));
    return {
        version: server.version,
        server: server.name,
        domainController: asksDirectory ? pickedDomainController(context) : null,
        // A snap-in bypasses the roles, so nobody can be asked.
        cmdlets: session === "remote" ? visible.map(({ name }) => name) : null,
        adReachable: directoryReachable,
        adError: directoryReachable
            ? null
            : cmdletError(recordOf(directoryUnreachable(), "Get-ExchangeServer", context)),
    };
}

/** Kerberos needs a server's own name: an address or `localhost` gets no ticket. */
function serverAt(uri: string, { organisation }: LabParts): Server | undefined {
    const host = /^https?:\/\/([^/:]+)\/PowerShell\/?$/i.exec(uri)?.[1] ?? "";
    return organisation.servers
        .filter(hasRemoting)
        .find(({ fqdn, name }) => sameText(fqdn, host) || sameText(name, host));
}

function isKnown(credential: { readonly user: string; readonly v: string }, parts: LabParts): boolean {
    const { user, password, organisation } = parts;
    const netbios = organisation.domain.split(".")[0] ?? "";
    const spellings = [
        user,
        `${netbios}\\${user}`,
        `${organisation.domain}\\${user}`,
        `${user}@${organisation.domain}`,
    ];
    return credential.v === password && spellings.some((spelling) => sameText(spelling, credential.user));
}

function sessionError(why: string): AgentError {
    return agentError("Session", `[lab] The Exchange session can't be opened: ${why}.`);
}
