import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// Mail to one partner by TLS or not at all; the name on the partner's certificate is checked, ours is not asked for.
// Reference sheet 12.3. The mail of everybody else stays on the connectors that it takes today.
//
// | older guides                                                    | here                                              |
// | --------------------------------------------------------------- | ------------------------------------------------- |
// | RequireTLS on the connector for * cuts off everybody without    | a connector of its own for the partner            |
// | TLS (S22)                                                       |                                                   |
// | TlsDomain without TlsAuthLevel: refused (S5)                    | tlsAuthLevel DomainValidation beside tlsDomain    |
// | TlsAuthLevel DomainValidation alone: refused (S4)               | requireTls beside it                              |
// | a smart host with DomainSecureEnabled: contradicts itself (S1)  | requireTls with DomainValidation, as here         |
const config = new pulumi.Config();
const partner = config.require("partner");
// The name that the partner's MX hosts, or the smart host, carry on their certificate: "mx.fabrikam.com" or "*.fabrikam.com".
const tlsDomain = config.require("tlsDomain");
// Set: everything for the partner goes to this host. Left out: to the hosts in the partner's MX records.
const smartHost = config.get("smartHost");

const send = new exchange.SendConnector("partner", {
    connection: exchange.connection(),
    name: `To ${partner} (forced TLS)`,
    addressSpaces: [partner],
    // Left out, Exchange takes the server that answers.
    sourceTransportServers: config.getObject<string[]>("sourceServers"),
    // Name in EHLO, best one that is on our certificate; left out, the source server's own name.
    fqdn: config.get("fqdn"),
    dnsRoutingEnabled: smartHost === undefined,
    smartHosts: smartHost === undefined ? [] : [smartHost],
    requireTls: true,
    ignoreStartTls: false,
    tlsAuthLevel: "DomainValidation",
    tlsDomain,
    protocolLoggingLevel: "Verbose",
});

export const connector = send.guid;
export const tls = send.effectiveTls;
export const onDestroy = send.onDestroy;
