import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// Mail from one partner by TLS or not at all, on every server that takes mail from the Internet. Reference sheet 5 and
// 12.4, in place of the older article on RequireTLS.
//
// | the article                                                     | here                                              |
// | --------------------------------------------------------------- | ------------------------------------------------- |
// | Set-ReceiveConnector "Default EX01" -AuthMechanism TLS          | a connector of its own; those of setup keep their |
// | -PermissionGroups AnonymousUsers: both are written as a whole,  | flags                                             |
// | so internal mail stops (R27)                                    |                                                   |
// | RequireTLS on the connector that takes everybody's mail turns   | the partner's addresses only; of two connectors   |
// | away every sender without TLS (R26)                             | the narrower range serves a client                |
// | BasicAuthRequireTLS as a switch of its own                      | a value of authMechanism, not needed here         |
const config = new pulumi.Config();
const partner = config.require("partner");
// Addresses that the partner sends from. IPv6 as well, if it has any: those come to Default Frontend otherwise (R28).
const partnerRanges = config.requireObject<string[]>("partnerRanges");
const servers = config.requireObject<string[]>("servers");

const receive = new exchange.ReceiveConnectorSet("partner", {
    connection: exchange.connection(),
    servers,
    name: `From ${partner} (TLS required)`,
    transportRole: "FrontendTransport",
    bindings: ["0.0.0.0:25", "[::]:25"],
    remoteIpRanges: partnerRanges,
    // Name on the certificate of every server; left out, each server's own.
    fqdn: config.get("fqdn"),
    authMechanism: ["Tls"],
    permissionGroups: ["AnonymousUsers"],
    requireTls: true,
    protocolLoggingLevel: "Verbose",
});

export const tls = Object.values(receive.connectors).map(({ server, effectiveTls, onDestroy }) => ({
    server,
    effectiveTls,
    onDestroy,
}));
