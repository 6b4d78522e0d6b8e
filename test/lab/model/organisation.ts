import { sameText } from "../values/same-text.js";
import { DirectoryNames } from "./directory-names.js";
import type { ReceiveConnector } from "./receive-connector.js";
import type { SendConnector } from "./send-connector.js";
import type { Server } from "./server.js";
import { Services } from "./services.js";
import type { TransportConfig } from "./transport-config.js";

/** The organisation as its directory holds it. Objects are never changed in place, only replaced. */
export class Organisation {
    readonly names: DirectoryNames;
    sendConnectors: readonly SendConnector[] = [];
    receiveConnectors: readonly ReceiveConnector[] = [];
    /** Cmdlets that the account's roles hide. */
    readonly hiddenCmdlets = new Set<string>();
    readonly services = new Services(() => this.servers);

    constructor(
        readonly name: string,
        readonly domain: string,
        readonly domainControllers: readonly string[],
        readonly servers: readonly Server[],
        public transport: TransportConfig,
    ) {
        this.names = new DirectoryNames(name, domain);
    }

    /** The directory server that answers where none is named. */
    get domainController(): string {
        return this.domainControllers[0] ?? "";
    }

    sendConnector(name: string): SendConnector | undefined {
        return this.sendConnectors.find(({ settings }) => sameText(settings.Name, name));
    }

    putSendConnector(connector: SendConnector): void {
        this.sendConnectors = [...this.sendConnectors.filter(({ guid }) => guid !== connector.guid), connector];
    }

    removeSendConnector(guid: string): void {
        this.sendConnectors = this.sendConnectors.filter((connector) => connector.guid !== guid);
    }

    receiveConnector(server: string, name: string): ReceiveConnector | undefined {
        return this.receiveConnectors.find(
            (connector) => sameText(connector.server, server) && sameText(connector.settings.Name, name),
        );
    }

    putReceiveConnector(connector: ReceiveConnector): void {
        const others = this.receiveConnectors.filter(({ guid }) => guid !== connector.guid);
        this.receiveConnectors = [...others, connector];
    }

    removeReceiveConnector(guid: string): void {
        this.receiveConnectors = this.receiveConnectors.filter((connector) => connector.guid !== guid);
    }
}
