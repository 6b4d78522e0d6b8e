import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// Mutual TLS ("Domain Security") with one partner: a send connector for the partner's domain, and the domain in both
// secure lists. Nobody else's connectors or list entries are touched.
const config = new pulumi.Config();
const partner = config.require("partner");
// Name on your certificate, as the partner expects it; left out, Exchange uses the source server's name.
const fqdn = config.get("fqdn");
// Left out, Exchange takes the server that answers.
const sourceTransportServers = config.getObject<string[]>("sourceServers");

const connection = exchange.connection();

const send = new exchange.SendConnector("partner", {
    connection,
    name: `To ${partner} (mutual TLS)`,
    addressSpaces: [partner],
    ...(sourceTransportServers && { sourceTransportServers }),
    ...(fqdn && { fqdn }),
    dnsRoutingEnabled: true,
    ignoreStartTls: false,
    requireTls: true,
    domainSecureEnabled: true,
    protocolLoggingLevel: "Verbose",
    comment: "Declared in the Pulumi project partner-tls",
});

new exchange.TransportConfig(
    "partner",
    {
        connection,
        tlsSendDomainSecureList: [partner],
        tlsReceiveDomainSecureList: [partner],
    },
    // The lists come last and go first: a listed domain without its connector defers mail.
    { dependsOn: [send] },
);

export const connector = send.guid;
export const onDestroy = send.onDestroy;
