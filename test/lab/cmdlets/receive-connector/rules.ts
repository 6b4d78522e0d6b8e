import type { ReceiveConnector } from "../../model/receive-connector.js";
import type { Server } from "../../model/server.js";
import { parseTimeSpan } from "../../values/time-span.js";
import type { CmdletContext } from "../context.js";
import { ruleBroken, TaskFailure } from "../failure.js";
import type { Bound } from "../parameter.js";
import { checkConflicts } from "./conflicts.js";
import { checkAuthentication } from "./rules-authentication.js";

/** The rules of sheet section 6 that are seen (E) or documented (D) as refusals, on the state as it would become. */
export function checkRules(after: ReceiveConnector, bound: Bound, context: CmdletContext): void {
    const server = serverOf(after, context);
    if (server.isEdge && bound.has("TransportRole")) throw ruleBroken("R19", "TransportRole can't be used on Edge.");
    checkName(after.settings.Name);
    checkAuthentication(after.settings, server, context);
    checkProtocol(after, server, context);
    checkLists(after);
    checkConflicts(after, server, context);
}

function serverOf({ server }: ReceiveConnector, { organisation }: CmdletContext): Server {
    const found = organisation.servers.find(({ name }) => name === server);
    if (found === undefined) throw new Error(`A connector belongs to the server ${server}, which does not exist.`);
    return found;
}

function checkName(name: string): void {
    if (name.trim() === "" || name.trim() !== name || name.length > 64) {
        throw ruleBroken("name", "A name has 1 to 64 characters and no space at either end.");
    }
}

function checkProtocol({ settings }: ReceiveConnector, server: Server, { organisation }: CmdletContext): void {
    const { ConnectionInactivityTimeout, ConnectionTimeout, LongAddressesEnabled, TransportRole, Banner } = settings;
    const downgraded = organisation.transportServices.of(server).UseDowngradedExchangeServerAuth;
    if (settings.SuppressXAnonymousTls && !downgraded) {
        throw ruleBroken("R12", "SuppressXAnonymousTls needs UseDowngradedExchangeServerAuth.");
    }
    if (settings.BinaryMimeEnabled && !settings.ChunkingEnabled) {
        throw ruleBroken("R13", "BinaryMimeEnabled needs ChunkingEnabled.");
    }
    if (parseTimeSpan(ConnectionInactivityTimeout) >= parseTimeSpan(ConnectionTimeout)) {
        throw ruleBroken("R14", "ConnectionInactivityTimeout must be less than ConnectionTimeout.");
    }
    if (LongAddressesEnabled && (server.isEdge || TransportRole !== "HubTransport")) {
        throw ruleBroken("R18", "LongAddressesEnabled is for HubTransport connectors on Mailbox servers.");
    }
    if (Banner !== "" && !Banner.startsWith("220")) throw ruleBroken("R23", "A banner begins with 220.");
}

/** Near what the directory can keep of a multivalued property. */
const MOST_RANGES = 1300;

function checkLists({ settings }: ReceiveConnector): void {
    if (settings.Bindings.length === 0) throw ruleBroken("R16", "A connector needs a binding.");
    if (settings.RemoteIPRanges.length === 0) throw ruleBroken("ranges", "A connector needs remote IP ranges.");
    if (settings.RemoteIPRanges.length <= MOST_RANGES) return;
    // E-7.
    const text = "The administrative limit for this request was exceeded.";
    throw new TaskFailure("AdminLimitExceededException", text);
}
