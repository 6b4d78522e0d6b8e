import { installCertificate } from "../organisation";
import type { Recipe } from "../recipe";

const FQDN = "mail.contoso.com";

/** Recipe 12.1. */
export const mutualTls: readonly Recipe[] = [
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
        preview: {
            shows: [
                /New-SendConnector .*-DomainSecureEnabled \$true/,
                /New-ReceiveConnector .*-Server 'EX02'/,
                /@\{Add='fabrikam.com'\}/,
            ],
            warns: ["R28"],
        },
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
];
