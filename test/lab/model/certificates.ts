import type { Chance } from "../chance.js";
import { sameText } from "../values/same-text.js";
import { type Certificate, selfSigned } from "./certificate.js";
import type { Server } from "./server.js";

/** The certificate stores of all servers, by short name. */
export class Certificates {
    private readonly stores = new Map<string, readonly Certificate[]>();

    of(server: string): readonly Certificate[] {
        return this.stores.get(server.toLowerCase()) ?? [];
    }

    /** Installs the certificate, or puts it in the place of the one with its thumbprint. */
    put(server: string, certificate: Certificate): void {
        this.remove(server, certificate.thumbprint);
        this.stores.set(server.toLowerCase(), [...this.of(server), certificate]);
    }

    remove(server: string, thumbprint: string): void {
        const rest = this.of(server).filter((certificate) => !sameText(certificate.thumbprint, thumbprint));
        this.stores.set(server.toLowerCase(), rest);
    }
}

/** What setup leaves in the stores: one of the server's own, one that all share, and one of the web management. */
export function installCertificates(servers: readonly Server[], certificates: Certificates, chance: Chance): void {
    const [first] = servers;
    if (first === undefined) return;
    const name = "CN=Microsoft Exchange Server Auth Certificate";
    const shared = selfSigned(name, [], first.installed, chance, {
        friendlyName: "Microsoft Exchange Server Auth Certificate",
        rootCAType: "None",
    });
    for (const server of servers) {
        const own = selfSigned(`CN=${server.name}`, [server.name, server.fqdn], server.installed, chance, {
            friendlyName: "Microsoft Exchange",
            services: server.isEdge ? "SMTP" : "IMAP, POP, IIS, SMTP",
            rootCAType: "Registry",
        });
        const web = selfSigned(
            `CN=WMSvc-SHA2-${server.name}`,
            [`WMSvc-SHA2-${server.name}`],
            server.installed,
            chance,
            {
                friendlyName: "WMSVC-SHA2",
                services: "None",
                rootCAType: "None",
            },
        );
        // An Edge server is no member of the organisation, so the shared one does not reach it.
        for (const certificate of server.isEdge ? [own] : [own, shared, web])
            certificates.put(server.name, certificate);
    }
}
