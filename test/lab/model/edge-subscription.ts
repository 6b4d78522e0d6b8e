import type { Chance } from "../chance.js";
import type { Organisation } from "./organisation.js";
import { newSendConnectorSettings, type SendConnectorSettings } from "./send-connector.js";
import type { Server } from "./server.js";
import type { TransportSettings } from "./transport-config.js";

type PushedLists = Pick<
    TransportSettings,
    "TLSReceiveDomainSecureList" | "TLSSendDomainSecureList" | "InternalSMTPServers"
>;

/** Configuration data goes to a subscribed Edge server that often (sheet 7). */
const PERIOD_MS = 3 * 60_000;

/** Whether the Edge server that the session is on gets its configuration from an organisation. */
export class EdgeSubscription {
    /** The site subscribed to; null: to none. */
    site: string | null = null;
    /** What the organisation has, and writes over whatever is changed here. */
    lists: PushedLists | null = null;
}

/** Subscribes the Edge server: its own send connectors go, and the two of EdgeSync come (sheet 9). */
export function subscribeEdge(organisation: Organisation, chance: Chance, site = "Default-First-Site-Name"): void {
    const [server] = organisation.servers;
    if (server?.isEdge !== true) throw new Error("Only an Edge server can be subscribed.");
    for (const { guid } of organisation.sendConnectors) organisation.removeSendConnector(guid);
    putEdgeSyncConnectors(organisation, server, site, chance);
    const { TLSReceiveDomainSecureList, TLSSendDomainSecureList, InternalSMTPServers } =
        organisation.transport.settings;
    organisation.edgeSubscription.site = site;
    organisation.edgeSubscription.lists = { TLSReceiveDomainSecureList, TLSSendDomainSecureList, InternalSMTPServers };
}

export function putEdgeSyncConnectors(organisation: Organisation, edge: Server, site: string, chance: Chance): void {
    const put = (Name: string, own: Partial<SendConnectorSettings>) =>
        organisation.putSendConnector({
            guid: chance.guid(),
            created: edge.installed,
            changed: edge.installed,
            settings: { Name, ...newSendConnectorSettings("Custom", edge), ...own },
        });
    put(`EdgeSync - Inbound to ${site}`, {
        AddressSpaces: ["SMTP:--;1"],
        SmartHosts: ["--"],
        DNSRoutingEnabled: false,
    });
    put(`EdgeSync - ${site} to Internet`, { AddressSpaces: ["SMTP:*;100"], DomainSecureEnabled: true });
}

/** What is due of EdgeSync by now: the lists become again what the organisation has. */
export function synchronise(organisation: Organisation, now: Date): void {
    const { edgeSubscription, transport } = organisation;
    const due = now.getTime() - transport.changed.getTime() >= PERIOD_MS;
    if (edgeSubscription.lists === null || !due) return;
    organisation.transport = { ...transport, settings: { ...transport.settings, ...edgeSubscription.lists } };
}
