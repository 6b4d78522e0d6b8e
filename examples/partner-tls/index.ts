import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// Mutual TLS ("Domain Security") with one partner: a send connector for the partner's domain, a receive connector for
// the partner's addresses, and the domain in both secure lists. Reference sheet 12.1. Nobody else's connectors or list
// entries are touched.
//
// | older guides                                                    | here                                              |
// | --------------------------------------------------------------- | ------------------------------------------------- |
// | Set-TransportConfig with a plain list replaces everybody's      | merged: only our entry comes and goes             |
// | DomainSecureEnabled beside a smart host: contradicts itself     | DNS routing (S1)                                  |
// | the flags of Default Frontend overwritten (R27)                 | a connector of its own, permission group Partners |
const config = new pulumi.Config();
const partner = config.require("partner");
// Name on your certificate, as the partner expects it; left out, Exchange uses the server's own name.
const fqdn = config.get("fqdn");
// Left out, Exchange takes the server that answers.
const sourceTransportServers = config.getObject<string[]>("sourceServers");
// Addresses that the partner sends from; left out, only mail to the partner is declared.
const partnerRanges = config.getObject<string[]>("partnerRanges");

const connection = exchange.connection();

const send = new exchange.SendConnector("partner", {
    connection,
    name: `To ${partner} (mutual TLS)`,
    addressSpaces: [partner],
    sourceTransportServers,
    fqdn,
    dnsRoutingEnabled: true,
    ignoreStartTls: false,
    requireTls: true,
    domainSecureEnabled: true,
    protocolLoggingLevel: "Verbose",
    comment: "Declared in the Pulumi project partner-tls",
});

const receive =
    partnerRanges &&
    new exchange.ReceiveConnectorSet("partner", {
        connection,
        // Those that take mail from the Internet.
        servers: config.requireObject<string[]>("receiveServers"),
        name: `From ${partner} (mutual TLS)`,
        transportRole: "FrontendTransport",
        bindings: ["0.0.0.0:25", "[::]:25"],
        remoteIpRanges: partnerRanges,
        fqdn,
        authMechanism: ["Tls"],
        permissionGroups: ["Partners"],
        domainSecureEnabled: true,
        protocolLoggingLevel: "Verbose",
    });

new exchange.TransportConfig(
    "partner",
    {
        connection,
        tlsSendDomainSecureList: [partner],
        tlsReceiveDomainSecureList: receive && [partner],
    },
    // The lists come last and go first: a listed domain without its connectors defers mail.
    { dependsOn: [send, ...(receive ? [receive] : [])] },
);

export const connector = send.guid;
export const onDestroy = [send, ...Object.values(receive?.connectors ?? {})].map((one) => one.onDestroy);
