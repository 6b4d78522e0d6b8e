import { type FindingRow, tableOf } from "./finding-table";
import { clientFrontend, defaultFrontend, FIVE } from "./organisation";

const frontend = { name: "Default Frontend EX01", live: defaultFrontend("EX01"), neighbours: [] };
const client = { name: "Client Frontend EX01", live: clientFrontend("EX01"), neighbours: [] };
const own = { name: "From Fabrikam", live: defaultFrontend("EX01"), neighbours: [] };
const hybrid = {
    ...frontend,
    live: { ...frontend.live, tlsDomainCapabilities: ["mail.protection.outlook.com:AcceptCloudServicesMail"] },
};
const certificate = "<I>CN=CA<S>CN=mail.contoso.com";

const rows: readonly FindingRow[] = [
    [
        "R8",
        "another name",
        { ...frontend, declared: { fqdn: "mail.contoso.com" } },
        /^error: the fqdn of the built-in connector 'Default Frontend EX01' must stay/,
    ],
    ["R8", "no name", { ...frontend, declared: { fqdn: null } }, /^error: /],
    ["R8", "the name that it has", { ...frontend, declared: { fqdn: "EX01.contoso.com" } }],
    [
        "R8",
        "back to the server's name",
        { ...frontend, live: { ...frontend.live, fqdn: "old.contoso.com" }, declared: { fqdn: "ex01.contoso.com" } },
    ],
    ["R8", "a client connector's name", { ...client, declared: { fqdn: "mail.contoso.com" } }, /^error: /],
    ["R8", "a connector that setup did not make", { ...own, declared: { fqdn: "mail.contoso.com" } }],
    ["R8", "a new one of such a name", { name: "Default Frontend EX01", declared: { fqdn: "mail.contoso.com" } }],

    [
        "R27",
        "without ExchangeServer",
        { ...frontend, declared: { authMechanism: ["Tls"] } },
        /^error: authMechanism of the built-in connector 'Default Frontend EX01' must keep ExchangeServer: .*451 5\.7\.3/,
    ],
    [
        "R27",
        "without ExchangeServers",
        { ...frontend, declared: { permissionGroups: ["AnonymousUsers"] } },
        /^error: permissionGroups .* must keep ExchangeServers/,
    ],
    [
        "R27",
        "without both",
        { ...frontend, declared: { authMechanism: [], permissionGroups: [] } },
        "authMechanism",
        "permissionGroups",
    ],
    [
        "R27",
        "with both",
        { ...frontend, declared: { authMechanism: ["Tls", "ExchangeServer"], permissionGroups: ["ExchangeServers"] } },
    ],
    ["R27", "one that never had them", { ...client, declared: { authMechanism: ["Tls"], permissionGroups: [] } }],
    [
        "R27",
        "one that got them by hand",
        {
            ...client,
            live: { ...client.live, permissionGroups: ["ExchangeUsers", "ExchangeServers"] },
            declared: { permissionGroups: ["ExchangeUsers"] },
        },
    ],
    ["R27", "a connector that setup did not make", { ...own, declared: { authMechanism: ["Tls"] } }],
    ["R27", "mechanisms not known", { ...frontend, live: {}, declared: { authMechanism: ["Tls"] } }],

    [
        "14.10",
        "any change",
        { ...frontend, declared: { banner: "220 x" } },
        /^warning: 'Default Frontend EX01' is built in/,
    ],
    ["14.10", "no change", frontend],
    ["14.10", "a connector that setup did not make", { ...own, declared: { banner: "220 x" } }],

    [
        "H1",
        "what the wizard resets",
        { ...hybrid, declared: { requireTls: true, tlsCertificateName: certificate, banner: "220 x" } },
        /^warning: .*resets requireTls, tlsCertificateName\. /,
    ],
    [
        "H1",
        "other domains' capabilities",
        { ...hybrid, declared: { tlsDomainCapabilities: ["fabrikam.com:AcceptCloudServicesMail"] } },
        "resets tlsDomainCapabilities",
    ],
    [
        "H1",
        "what the wizard writes itself",
        { ...hybrid, declared: { requireTls: false, authMechanism: FIVE, bindings: ["[::]:25", "0.0.0.0:25"] } },
    ],
    ["H1", "what the wizard does not touch", { ...hybrid, declared: { banner: "220 x" } }],
    ["H1", "no hybrid", { ...frontend, declared: { requireTls: true } }],
    [
        "H1",
        "a hybrid connector that is not the wizard's",
        { ...hybrid, name: "From Exchange Online", declared: { requireTls: true } },
    ],
    ["H1", "another server's name", { ...hybrid, name: "Default Frontend EX02", declared: { requireTls: true } }],
    ["H1", "no change", hybrid],
    ["H1", "without [::]:25", { ...frontend, declared: { bindings: ["0.0.0.0:25"] } }, /^warning: .*HCW8010/],
    [
        "H1",
        "without [::]:25 in a hybrid",
        { ...hybrid, declared: { bindings: ["0.0.0.0:25"] } },
        "resets bindings",
        "HCW8010",
    ],
    [
        "H1",
        "[::]:25 was not there before",
        { ...frontend, live: { ...frontend.live, bindings: ["0.0.0.0:25"] }, declared: { bindings: ["10.0.0.5:25"] } },
    ],

    [
        "H2",
        "a certificate spelled out",
        { ...hybrid, declared: { tlsCertificateName: certificate } },
        /^warning: tlsCertificateName of a hybrid connector/,
    ],
    [
        "H2",
        "becoming hybrid",
        {
            declared: {
                tlsCertificateName: certificate,
                tlsDomainCapabilities: ["fabrikam.com:AcceptOorgProtocol,AcceptCloudServicesMail"],
            },
        },
        /^warning: /,
    ],
    ["H2", "no certificate", { ...hybrid, declared: { tlsCertificateName: null } }],
    [
        "H2",
        "not declared",
        { ...hybrid, live: { ...hybrid.live, tlsCertificateName: certificate }, declared: { banner: "220 x" } },
    ],
    ["H2", "no hybrid", { ...frontend, declared: { tlsCertificateName: certificate } }],
    [
        "H2",
        "another capability",
        { declared: { tlsCertificateName: certificate, tlsDomainCapabilities: ["fabrikam.com:AcceptOorgProtocol"] } },
    ],
];

describe("changes of built-in and hybrid receive connectors", () => tableOf(rows));
