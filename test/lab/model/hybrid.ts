import type { Chance } from "../chance.js";
import { issuedCertificate } from "./certificate.js";
import type { Organisation } from "./organisation.js";
import { newSendConnectorSettings } from "./send-connector.js";

const CLOUD = "mail.protection.outlook.com";

/** Leaves the certificate and the connectors as the hybrid wizard writes them (sheet 12.2). */
export function runHybridWizard(organisation: Organisation, chance: Chance): void {
    const { servers, domain } = organisation;
    const [first] = servers;
    if (first === undefined) return;
    const host = `mail.${domain}`;
    const certificate = issuedCertificate([host, `autodiscover.${domain}`], first.installed, chance, {
        services: "IIS, SMTP",
        notAfter: new Date(first.installed.getTime() + 10 * 365 * 86_400_000),
    });
    const TlsCertificateName = `<I>${certificate.issuer}<S>${certificate.subject}`;
    for (const { name } of servers) organisation.certificates.put(name, certificate);
    organisation.putSendConnector({
        guid: chance.guid(),
        created: first.installed,
        changed: first.installed,
        settings: {
            ...newSendConnectorSettings("Custom", first),
            Name: `Outbound to Office 365 - ${chance.guid()}`,
            AddressSpaces: [`smtp:${domain.split(".")[0]}.mail.onmicrosoft.com;1`],
            Fqdn: host,
            RequireTLS: true,
            TlsAuthLevel: "DomainValidation",
            TlsDomain: CLOUD,
            CloudServicesMailEnabled: true,
            TlsCertificateName,
            SourceTransportServers: servers.map(({ name }) => name),
        },
    });
    for (const { name } of servers) {
        const connector = organisation.receiveConnector(name, `Default Frontend ${name}`);
        if (connector === undefined) continue;
        const own = {
            TlsDomainCapabilities: [`${CLOUD}:AcceptCloudServicesMail`],
            TlsCertificateName,
            Bindings: ["[::]:25", "0.0.0.0:25"],
        };
        organisation.putReceiveConnector({ ...connector, settings: { ...connector.settings, ...own } });
    }
}
