import { installCertificate } from "../organisation";
import type { Recipe } from "../recipe";

const FQDN = "mail.contoso.com";

/** Recipes 12.4 and 12.5, and the older article on RequireTLS. */
export const receiving: readonly Recipe[] = [
    {
        title: "a relay for applications without a logon (12.4)",
        example: "relay-tls",
        lab: { preset: "dag" },
        // The spelling of the older guides.
        config: () => ({ servers: ["EX01", "EX02"], relayRanges: ["10.0.0.0(255.255.255.0)", "10.0.9.7"] }),
        preview: { shows: [/New-ReceiveConnector .*-RequireTLS \$true/], warns: ["R28"] },
        after: () =>
            ["EX01", "EX02"].map((server) => ({
                cmdlet: "Get-ReceiveConnector",
                identity: `${server}\\Application relay (TLS)`,
                shows: {
                    TransportRole: "FrontendTransport",
                    AuthMechanism: "Tls",
                    PermissionGroups: "AnonymousUsers",
                    RequireTLS: true,
                },
            })),
        writes: {
            up: ["New-ReceiveConnector", "New-ReceiveConnector"],
            destroy: ["Remove-ReceiveConnector", "Remove-ReceiveConnector"],
        },
    },
    {
        title: "a relay for applications that log on (12.4)",
        example: "relay-tls",
        lab: { preset: "single" },
        config: () => ({ servers: ["EX01"], relayRanges: ["10.0.0.0/24"], logon: true }),
        after: () => [
            {
                cmdlet: "Get-ReceiveConnector",
                identity: "EX01\\Application relay (TLS)",
                shows: {
                    AuthMechanism: "Tls, BasicAuth, BasicAuthRequireTLS",
                    PermissionGroups: "ExchangeUsers",
                    RequireTLS: true,
                },
            },
        ],
        writes: { up: ["New-ReceiveConnector"], destroy: ["Remove-ReceiveConnector"] },
    },
    {
        title: "a link between sites without TLS (12.5)",
        example: "site-link",
        lab: { preset: "dag" },
        config: () => ({ servers: ["EX01", "EX02"], otherSite: ["10.2.0.11", "10.2.0.12"] }),
        before: ({ console: shell }) => {
            for (const Identity of ["EX01", "EX02"]) {
                shell.run("Set-TransportService", { Identity, UseDowngradedExchangeServerAuth: true });
            }
        },
        preview: { shows: [/New-ReceiveConnector .*-SuppressXAnonymousTls \$true/], warns: [] },
        after: () =>
            ["EX01", "EX02"].map((server) => ({
                cmdlet: "Get-ReceiveConnector",
                identity: `${server}\\From the other site, without TLS`,
                shows: {
                    TransportRole: "HubTransport",
                    AuthMechanism: "Tls, ExchangeServer",
                    PermissionGroups: "ExchangeServers, ExchangeLegacyServers",
                    SuppressXAnonymousTls: true,
                },
            })),
        writes: {
            up: ["New-ReceiveConnector", "New-ReceiveConnector"],
            destroy: ["Remove-ReceiveConnector", "Remove-ReceiveConnector"],
        },
    },
    {
        title: "TLS required of one partner's mail (older article)",
        example: "receive-require-tls",
        lab: { preset: "single" },
        config: () => ({
            partner: "fabrikam.com",
            partnerRanges: ["203.0.113.0/26", "2001:db8:20::/48"],
            servers: ["EX01"],
            fqdn: FQDN,
        }),
        before: (lab) => installCertificate(lab, ["EX01"]),
        preview: { shows: [/New-ReceiveConnector .*-RequireTLS \$true/], warns: [] },
        after: () => [
            {
                cmdlet: "Get-ReceiveConnector",
                identity: "EX01\\From fabrikam.com (TLS required)",
                shows: {
                    TransportRole: "FrontendTransport",
                    AuthMechanism: "Tls",
                    PermissionGroups: "AnonymousUsers",
                    RequireTLS: true,
                },
            },
        ],
        writes: { up: ["New-ReceiveConnector"], destroy: ["Remove-ReceiveConnector"] },
    },
];
