import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// Mail between two sites without TLS, so that a WAN optimiser can read it: reference sheet 12.5. Declare it on the
// servers of one site for the addresses of the other, and the other way round; nowhere else.
//
// Before the first `pulumi up`, on each server (rule R12 refuses the connector otherwise, and names the command):
//     Set-TransportService EX01 -UseDowngradedExchangeServerAuth $true
// Undo in reverse: `pulumi destroy` first, then the same command with $false.
//
// | the article                                                     | here                                              |
// | --------------------------------------------------------------- | ------------------------------------------------- |
// | New-ReceiveConnector -Internal with ranges alone: no            | transportRole, and the binding of the connector   |
// | TransportRole (R29), and port 25, which belongs to the front    | that takes mail between servers, Default <server> |
// | end (R21)                                                       |                                                   |
const config = new pulumi.Config();
const servers = config.requireObject<string[]>("servers");
// Addresses of the Exchange servers of the other site.
const otherSite = config.requireObject<string[]>("otherSite");

const link = new exchange.ReceiveConnectorSet("site-link", {
    connection: exchange.connection(),
    servers,
    name: "From the other site, without TLS",
    usage: "Internal",
    transportRole: "HubTransport",
    bindings: ["0.0.0.0:2525", "[::]:2525"],
    remoteIpRanges: otherSite,
    authMechanism: ["Tls", "ExchangeServer"],
    permissionGroups: ["ExchangeServers", "ExchangeLegacyServers"],
    suppressXAnonymousTls: true,
});

export const tls = Object.values(link.connectors).map(({ server, effectiveTls, onDestroy }) => ({
    server,
    effectiveTls,
    onDestroy,
}));
