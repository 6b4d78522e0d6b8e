import type { Chance } from "../chance.js";
import type { Organisation } from "./organisation.js";
import { newSendConnectorSettings, type SendConnectorSettings } from "./send-connector.js";

/** Whether an Edge server gets its configuration from an organisation. */
export class EdgeSubscription {
    /** The site subscribed to; null: to none. */
    site: string | null = null;
}

/** Subscribes the Edge server: its own send connectors go, and the two of EdgeSync come (sheet 9). */
export function subscribeEdge(organisation: Organisation, chance: Chance, site = "Default-First-Site-Name"): void {
    const [server] = organisation.servers;
    if (server?.isEdge !== true) throw new Error("Only an Edge server can be subscribed.");
    for (const { guid } of organisation.sendConnectors) organisation.removeSendConnector(guid);
    const put = (Name: string, own: Partial<SendConnectorSettings>) =>
        organisation.putSendConnector({
            guid: chance.guid(),
            created: server.installed,
            changed: server.installed,
            settings: { Name, ...newSendConnectorSettings("Custom", server), ...own },
        });
    put(`EdgeSync - Inbound to ${site}`, {
        AddressSpaces: ["SMTP:--;1"],
        SmartHosts: ["--"],
        DNSRoutingEnabled: false,
    });
    put(`EdgeSync - ${site} to Internet`, { AddressSpaces: ["SMTP:*;100"], DomainSecureEnabled: true });
    organisation.edgeSubscription.site = site;
}
