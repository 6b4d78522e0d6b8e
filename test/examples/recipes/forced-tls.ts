import { installCertificate } from "../organisation";
import type { Recipe } from "../recipe";

const FQDN = "mail.contoso.com";

/** Recipe 12.3, and the older article on Microsoft 365. */
export const forcedTls: readonly Recipe[] = [
    {
        title: "forced TLS to the hosts in a partner's MX records (12.3)",
        example: "forced-tls",
        lab: { preset: "single" },
        config: () => ({ partner: "fabrikam.com", tlsDomain: "*.fabrikam.com", fqdn: FQDN }),
        before: (lab) => installCertificate(lab, ["EX01"]),
        preview: {
            shows: [/New-SendConnector .*-RequireTLS \$true .*-TlsAuthLevel 'DomainValidation' -TlsDomain/],
            warns: [],
        },
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
        config: () => ({ partner: "fabrikam.com", tlsDomain: "*.mail.protection.outlook.com" }),
        preview: { shows: [/-TlsDomain '\*\.mail\.protection\.outlook\.com'/], warns: [] },
        after: () => [
            {
                cmdlet: "Get-SendConnector",
                identity: "To fabrikam.com in Microsoft 365 (forced TLS)",
                shows: {
                    AddressSpaces: ["SMTP:fabrikam.com;1"],
                    RequireTLS: true,
                    TlsAuthLevel: "DomainValidation",
                    TlsDomain: "*.mail.protection.outlook.com",
                },
            },
        ],
        writes: { up: ["New-SendConnector"], destroy: ["Remove-SendConnector"] },
    },
];
