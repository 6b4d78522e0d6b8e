import type { Lab } from "../../lab/index.js";
import type { Recipe } from "../recipe";

const CLOUD = "mail.protection.outlook.com";

const wizardConnector = (lab: Lab) => String(lab.console.run("Get-SendConnector")[0]?.Name);

/** Recipe 12.2. */
export const hybrid: readonly Recipe[] = [
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
        preview: {
            shows: [
                /Set-SendConnector .*-TlsAuthLevel 'DomainValidation' -TlsDomain 'mail\.protection\.outlook\.com'/,
                /Set-ReceiveConnector -Identity '.*' -TlsDomainCapabilities/,
            ],
            warns: ["14.10"],
        },
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
];
