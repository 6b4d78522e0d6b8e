import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// Mail to a partner whose mailboxes are in Microsoft 365, by TLS or not at all, with the certificate's name checked.
// Reference sheet 12.3, in place of the older article on forced TLS to Microsoft 365. For your own tenant in a hybrid
// organisation see the example "hybrid".
//
// | the article                                                     | here                                              |
// | --------------------------------------------------------------- | ------------------------------------------------- |
// | Set-SendConnector -RequireTLS $true -TlsDomain x on the         | a connector of its own for the partner's domain,  |
// | Internet connector: refused (S5), and with TlsAuthLevel it cuts | with tlsAuthLevel DomainValidation                |
// | off every recipient without TLS (S22)                           |                                                   |
// | TlsAuthLevel DomainValidation alone: refused (S4)               | requireTls beside it                              |
// | TlsDomain *.outlook.com: dated                                  | *.mail.protection.outlook.com or                  |
// |                                                                 | *.mail.eo.outlook.com, whichever the MX shows     |
const config = new pulumi.Config();
const partner = config.require("partner");
// Look at the MX first (Resolve-DnsName -Type MX fabrikam.com): "fabrikam-com.mail.protection.outlook.com" wants
// "*.mail.protection.outlook.com", and a newer tenant may answer as "*.mail.eo.outlook.com".
const tlsDomain = config.require("tlsDomain");

const send = new exchange.SendConnector("microsoft-365", {
    connection: exchange.connection(),
    name: `To ${partner} in Microsoft 365 (forced TLS)`,
    addressSpaces: [partner],
    // Left out, Exchange takes the server that answers.
    sourceTransportServers: config.getObject<string[]>("sourceServers"),
    // Name in EHLO, best one that is on our certificate; left out, the source server's own name.
    fqdn: config.get("fqdn"),
    dnsRoutingEnabled: true,
    requireTls: true,
    ignoreStartTls: false,
    tlsAuthLevel: "DomainValidation",
    tlsDomain,
    protocolLoggingLevel: "Verbose",
});

export const connector = send.guid;
export const tls = send.effectiveTls;
export const onDestroy = send.onDestroy;
