const ADMINISTRATIVE_GROUP = "CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups";
export const ROUTING_GROUP = "Exchange Routing Group (DWBGZMFD01QNBJR)";

/** Distinguished names below the configuration of one organisation. */
export class DirectoryNames {
    readonly configuration: string;
    readonly organisation: string;

    constructor(name: string, domain: string) {
        const labels = domain.split(".").map((label) => `DC=${label}`);
        this.configuration = `CN=Configuration,${labels.join(",")}`;
        this.organisation = `CN=${escapeName(name)},CN=Microsoft Exchange,CN=Services,${this.configuration}`;
    }

    sendConnector(name: string): string {
        const group = `CN=Connections,CN=${ROUTING_GROUP},CN=Routing Groups,${ADMINISTRATIVE_GROUP}`;
        return `CN=${escapeName(name)},${group},${this.organisation}`;
    }

    server(name: string): string {
        return `CN=${name},CN=Servers,${ADMINISTRATIVE_GROUP},${this.organisation}`;
    }

    receiveConnector(server: string, name: string): string {
        return `CN=${escapeName(name)},CN=SMTP Receive Connectors,CN=Protocols,${this.server(server)}`;
    }

    transportSettings(): string {
        return `CN=Transport Settings,${this.organisation}`;
    }
}

function escapeName(name: string): string {
    return name.replace(/[,+"\\<>;=]/g, (mark) => `\\${mark}`);
}

/** The older form, still an accepted identity of servers. */
export function legacyServerName(organisation: string, server: string): string {
    const group = "/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)";
    return `/o=${organisation}${group}/cn=Configuration/cn=Servers/cn=${server}`;
}
