import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// Applications and devices hand in mail by TLS: the same connector on several servers. Reference sheet 12.4.
// Its ranges are narrower than those of Default Frontend, so it serves these clients and nobody else.
//
// | older guides                                                    | here                                              |
// | --------------------------------------------------------------- | ------------------------------------------------- |
// | BasicAuthRequireTLS as a switch of its own                      | a value of authMechanism, beside BasicAuth and    |
// |                                                                 | Tls (R2)                                          |
// | remote addresses as 10.0.0.0(255.255.255.0)                     | understood, and the same as 10.0.0.0/24           |
// | no TransportRole: Exchange may choose the one that collides     | transportRole FrontendTransport (R29)             |
// | with the front end on port 25                                   |                                                   |
const config = new pulumi.Config();
const servers = config.requireObject<string[]>("servers");
// Never an Exchange server's own address: its mail would land here (R28).
const relayRanges = config.requireObject<string[]>("relayRanges");
// true: clients log on, and may then send to anybody. false: no logon, and only recipients of the organisation.
const logon = config.getBoolean("logon") ?? false;

const relay = new exchange.ReceiveConnectorSet("relay", {
    connection: exchange.connection(),
    servers,
    name: "Application relay (TLS)",
    transportRole: "FrontendTransport",
    bindings: ["0.0.0.0:25", "[::]:25"],
    remoteIpRanges: relayRanges,
    // Name that the clients connect to, on the certificate of every server; left out, each server's own.
    fqdn: config.get("fqdn"),
    authMechanism: logon ? ["Tls", "BasicAuth", "BasicAuthRequireTLS"] : ["Tls"],
    permissionGroups: logon ? ["ExchangeUsers"] : ["AnonymousUsers"],
    requireTls: true,
    protocolLoggingLevel: "Verbose",
});

export const tls = Object.values(relay.connectors).map(({ server, effectiveTls, onDestroy }) => ({
    server,
    effectiveTls,
    onDestroy,
}));
