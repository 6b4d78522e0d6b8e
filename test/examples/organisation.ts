import type { Lab, LiveObject } from "../lab/index.js";
import { issuedCertificate } from "../lab/model/certificate.js";

/** Every object of the organisation as its console shows it, but for the times of the last change. */
export function everything(lab: Lab): string {
    const { console: shell, organisation } = lab;
    const certificates = organisation.servers.flatMap(({ name }) =>
        shell.run("Get-ExchangeCertificate", { Server: name }),
    );
    const cmdlets = ["SendConnector", "ReceiveConnector", "TransportConfig", "TransportService", "ExchangeServer"];
    const objects = [...cmdlets.flatMap((noun) => shell.run(`Get-${noun}`)), ...certificates];
    return JSON.stringify(objects.map(unchanging), null, 1);
}

/** A list that was given its entries back, or a connector its values, is the same object changed twice. */
function unchanging({ WhenChanged: _local, WhenChangedUTC: _utc, ...rest }: LiveObject) {
    return rest;
}

/** A certificate of a public authority on these servers, with client authentication and the mail domain's own name. */
export function installCertificate(lab: Lab, servers: readonly string[], host = "mail.contoso.com"): void {
    const { chance } = lab.parts;
    const domain = host.replace(/^[^.]+\./, "");
    const certificate = issuedCertificate([host, domain], new Date(Date.now() - 86_400_000), chance);
    for (const server of servers) lab.organisation.certificates.put(server, certificate);
}

/** The properties of these names, to be compared with what is expected of them. */
export function shown(object: LiveObject | undefined, names: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(names.map((name) => [name, object?.[name]]));
}
