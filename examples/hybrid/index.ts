import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// The two kinds of connectors that the Hybrid Configuration Wizard leaves, held in its shape: reference sheet 12.2.
// They are adopted, not made: run the wizard first. A second run of the wizard and this program then want the same.
// What is chosen in the wizard is not declared, so that neither undoes the other (H1): the certificate, which changes
// at every renewal (H2), the fqdn and the source servers.
const config = new pulumi.Config();
// "Outbound to Office 365 - <guid>", as Get-SendConnector shows it.
const sendConnector = config.require("sendConnector");
// "contoso.mail.onmicrosoft.com": the only address space that the wizard accepts on its connector (HCW8039).
const tenantDomain = config.require("tenantDomain");
// The servers that take the mail of Microsoft 365.
const servers = config.requireObject<string[]>("servers");

const connection = exchange.connection();
const cloud = "mail.protection.outlook.com";

const send = new exchange.SendConnector("outbound", {
    connection,
    adopt: true,
    name: sendConnector,
    addressSpaces: [tenantDomain],
    dnsRoutingEnabled: true,
    requireTls: true,
    ignoreStartTls: false,
    tlsAuthLevel: "DomainValidation",
    tlsDomain: cloud,
    domainSecureEnabled: false,
    cloudServicesMailEnabled: true,
});

for (const server of servers) {
    new exchange.ReceiveConnector(`default-frontend-${server}`, {
        connection,
        adopt: true,
        server,
        name: `Default Frontend ${server}`,
        transportRole: "FrontendTransport",
        // Without [::]:25 the wizard does not find the connector again (HCW8010).
        bindings: ["[::]:25", "0.0.0.0:25"],
        remoteIpRanges: ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255"],
        // Flag sets are always written as a whole; without ExchangeServer internal mail stops (R27).
        authMechanism: ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"],
        permissionGroups: ["AnonymousUsers", "ExchangeServers", "ExchangeLegacyServers"],
        // It is the organisation's MX as well, which must not demand TLS of everybody (R26).
        requireTls: false,
        tlsDomainCapabilities: [`${cloud}:AcceptCloudServicesMail`],
        // A further domain whose mail is trusted like the organisation's own shows as drift.
        listModes: { tlsDomainCapabilities: "exact" },
    });
}

export const tls = send.effectiveTls;
export const onDestroy = send.onDestroy;
