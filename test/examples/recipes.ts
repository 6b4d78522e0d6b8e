import type { Lab } from "../lab/index.js";
import { installCertificate } from "./organisation";
import type { Recipe } from "./recipe";

const FQDN = "mail.contoso.com";
const CLOUD = "mail.protection.outlook.com";

const wizardConnector = (lab: Lab) => String(lab.console.run("Get-SendConnector")[0]?.Name);

/** Every example, and each of its variants that another line of the program makes. */
export const RECIPES: readonly Recipe[] = [
    {
        title: "mutual TLS with one partner, both directions (12.1)",
        example: "partner-tls",
        lab: { preset: "dag", foreignDomains: 40 },
        config: () => ({
            partner: "fabrikam.com",
            fqdn: FQDN,
            sourceServers: ["EX01", "EX02"],
            partnerRanges: ["203.0.113.0/26"],
            receiveServers: ["EX01", "EX02"],
        }),
        before: (lab) => installCertificate(lab, ["EX01", "EX02"]),
        preview: { shows: [
            /New-SendConnector .*-DomainSecureEnabled \$true/,
            /New-ReceiveConnector .*-Server 'EX02'/,
            /@\{Add='fabrikam.com'\}/,
        ], warns: ["R28"] },
        after: () => [
            {
                cmdlet: "Get-SendConnector",
                identity: "To fabrikam.com (mutual TLS)",
                shows: {
                    AddressSpaces: ["SMTP:fabrikam.com;1"],
                    SourceTransportServers: ["EX01", "EX02"],
                    Fqdn: FQDN,
                    DNSRoutingEnabled: true,
                    IgnoreSTARTTLS: false,
                    FrontendProxyEnabled: false,
                    RequireTLS: true,
                    DomainSecureEnabled: true,
                },
            },
            ...["EX01", "EX02"].map((server) => ({
                cmdlet: "Get-ReceiveConnector",
                identity: `${server}\\From fabrikam.com (mutual TLS)`,
                shows: {
                    TransportRole: "FrontendTransport",
                    RemoteIPRanges: ["203.0.113.0-203.0.113.63"],
                    Fqdn: FQDN,
                    AuthMechanism: "Tls",
                    PermissionGroups: "Partners",
                    DomainSecureEnabled: true,
                },
            })),
        ],
        writes: {
            up: ["New-ReceiveConnector", "New-ReceiveConnector", "New-SendConnector", "Set-TransportConfig"],
            destroy: [
                "Set-TransportConfig",
                "Remove-ReceiveConnector",
                "Remove-ReceiveConnector",
                "Remove-SendConnector",
            ],
        },
    },
    {
        title: "forced TLS to the hosts in a partner's MX records (12.3)",
        example: "forced-tls",
        lab: { preset: "single" },
        config: () => ({ partner: "fabrikam.com", tlsDomain: "*.fabrikam.com", fqdn: FQDN }),
        before: (lab) => installCertificate(lab, ["EX01"]),
        preview: { shows: [/New-SendConnector .*-RequireTLS \$true .*-TlsAuthLevel 'DomainValidation' -TlsDomain/], warns: [] },
        after: () => [
            {
                cmdlet: "Get-SendConnector",
                identity: "To fabrikam.com (forced TLS)",
                shows: {
                    AddressSpaces: ["SMTP:fabrikam.com;1"],
                    DNSRoutingEnabled: true,
                    SmartHosts: [],
                    RequireTLS: true,
                    IgnoreSTARTTLS: false,
                    TlsAuthLevel: "DomainValidation",
                    TlsDomain: "*.fabrikam.com",
                    DomainSecureEnabled: false,
                },
            },
        ],
        writes: { up: ["New-SendConnector"], destroy: ["Remove-SendConnector"] },
    },
    {
        title: "forced TLS to a partner's smart host (12.3)",
        example: "forced-tls",
        lab: { preset: "single" },
        config: () => ({
            partner: "fabrikam.com",
            tlsDomain: "gateway.fabrikam.com",
            smartHost: "gateway.fabrikam.com",
            sourceServers: ["EX01"],
        }),
        preview: { shows: [/New-SendConnector .*-DNSRoutingEnabled \$false -SmartHosts 'gateway.fabrikam.com'/], warns: [] },
        after: () => [
            {
                cmdlet: "Get-SendConnector",
                identity: "To fabrikam.com (forced TLS)",
                shows: {
                    DNSRoutingEnabled: false,
                    SmartHosts: ["gateway.fabrikam.com"],
                    RequireTLS: true,
                    TlsAuthLevel: "DomainValidation",
                    TlsDomain: "gateway.fabrikam.com",
                },
            },
        ],
        writes: { up: ["New-SendConnector"], destroy: ["Remove-SendConnector"] },
    },
    {
        title: "forced TLS to a partner in Microsoft 365 (older article)",
        example: "microsoft-365-forced-tls",
        lab: { preset: "se" },
        config: () => ({ partner: "fabrikam.com", tlsDomain: `*.${CLOUD}` }),
        preview: { shows: [/-TlsDomain '\*\.mail\.protection\.outlook\.com'/], warns: [] },
        after: () => [
            {
                cmdlet: "Get-SendConnector",
                identity: "To fabrikam.com in Microsoft 365 (forced TLS)",
                shows: {
                    AddressSpaces: ["SMTP:fabrikam.com;1"],
                    RequireTLS: true,
                    TlsAuthLevel: "DomainValidation",
                    TlsDomain: `*.${CLOUD}`,
                },
            },
        ],
        writes: { up: ["New-SendConnector"], destroy: ["Remove-SendConnector"] },
    },
    {
        title: "the hybrid wizard's connectors, after somebody weakened them (12.2)",
        example: "hybrid",
        // The list of capabilities is edited in place when the example goes, as practitioners do (sheet 2.4).
        lab: { preset: "hybrid", switches: { undocumentedMerge: "edit" } },
        config: (lab) => ({
            sendConnector: wizardConnector(lab),
            tenantDomain: "contoso.mail.onmicrosoft.com",
            servers: ["EX01", "EX02"],
        }),
        before: (lab) => {
            const weaker = { TlsAuthLevel: "CertificateValidation", TlsDomain: null };
            lab.console.run("Set-SendConnector", { Identity: wizardConnector(lab), ...weaker });
            const Identity = "EX02\\Default Frontend EX02";
            lab.console.run("Set-ReceiveConnector", { Identity, TlsDomainCapabilities: [] });
        },
        preview: { shows: [
            /Set-SendConnector .*-TlsAuthLevel 'DomainValidation' -TlsDomain 'mail\.protection\.outlook\.com'/,
            /Set-ReceiveConnector -Identity '.*' -TlsDomainCapabilities/,
        ], warns: ["14.10"] },
        after: (lab) => [
            {
                cmdlet: "Get-SendConnector",
                identity: wizardConnector(lab),
                shows: {
                    RequireTLS: true,
                    TlsAuthLevel: "DomainValidation",
                    TlsDomain: CLOUD,
                    CloudServicesMailEnabled: true,
                },
            },
            ...["EX01", "EX02"].map((server) => ({
                cmdlet: "Get-ReceiveConnector",
                identity: `${server}\\Default Frontend ${server}`,
                shows: {
                    RequireTLS: false,
                    PermissionGroups: "AnonymousUsers, ExchangeServers, ExchangeLegacyServers",
                    TlsDomainCapabilities: [`${CLOUD}:AcceptCloudServicesMail`],
                },
            })),
        ],
        writes: {
            up: ["Set-ReceiveConnector", "Set-SendConnector"],
            destroy: ["Set-ReceiveConnector", "Set-SendConnector"],
        },
    },
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
        preview: { shows: [/-AuthMechanism 'Tls, BasicAuth, BasicAuthRequireTLS'/], warns: ["R28"] },
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
