import type { ExchangeServer } from "../../resources/case";
import { releaseOf } from "../../resources/release";
import type { CallResult, CmdletCall, WireObject } from "../../session/frames";
import { shortServerName } from "../../values/server-name";

const PROPERTIES = [
    ...["Name", "Fqdn", "AdminDisplayVersion", "IsEdgeServer", "IsHubTransportServer"],
    ...["IsFrontendTransportServer", "IsMailboxServer", "Site"],
];

/** All Exchange servers of the organisation; on an Edge server, itself. */
export const SERVERS: CmdletCall = { cmd: "Get-ExchangeServer", par: {}, sel: PROPERTIES };

/** What the call showed; nothing where it was refused: rules that need a server then say so. */
export function serversOf(result: CallResult | undefined): readonly ExchangeServer[] {
    if (result === undefined || !("ok" in result) || !result.ok) return [];
    return result.out.map(serverOf);
}

function serverOf(object: WireObject): ExchangeServer {
    const text = (name: string) => (typeof object[name] === "string" ? object[name] : "");
    const release = releaseOf(text("AdminDisplayVersion"));
    return {
        name: shortServerName(text("Name")) ?? text("Name").toUpperCase(),
        fqdn: text("Fqdn").toLowerCase(),
        version: text("AdminDisplayVersion"),
        release,
        isEdge: object.IsEdgeServer === true,
        isHub: object.IsHubTransportServer === true,
        isFrontend: object.IsFrontendTransportServer === true,
        site: text("Site").split("/").at(-1) || null,
    };
}
