import type { CrossRule, Finding } from "../../rule";
import { sameValue } from "../../values";
import { isHybrid } from "../hybrid";
import { has, lacks } from "../known";

/** What the wizard writes on `Default Frontend` at every run (sheet 12.2); its certificate is chosen in the wizard. */
const SHAPE = {
    authMechanism: ["BasicAuth", "BasicAuthRequireTLS", "ExchangeServer", "Integrated", "Tls"],
    permissionGroups: ["AnonymousUsers", "ExchangeLegacyServers", "ExchangeServers"],
    bindings: ["0.0.0.0:25", "[::]:25"],
    remoteIpRanges: ["0.0.0.0-255.255.255.255", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
    requireTls: false,
    tlsDomainCapabilities: ["mail.protection.outlook.com:AcceptCloudServicesMail"],
    transportRole: "FrontendTransport",
} as const;

export const hybridWizard: CrossRule = {
    code: "H1",
    text: "The Hybrid Configuration Wizard writes its own values on the Default Frontend connector at every run.",
    find({ name, server, action, declared, values, live }) {
        const isIts = name.toLowerCase() === `default frontend ${server?.toLowerCase()}`;
        if (!isIts || action === "none") return [];
        const lost = live !== undefined && has(live, "bindings", "[::]:25") && lacks(values, "bindings", "[::]:25");
        const other = Object.entries(SHAPE).filter(
            ([field, its]) => declared[field] !== undefined && !sameValue(declared[field], its),
        );
        const reset = [
            ...other.map(([field]) => field),
            ...("tlsCertificateName" in declared ? ["tlsCertificateName"] : []),
        ];
        const findings: Finding[] = [];
        if (isHybrid(values) && reset.length > 0) {
            const text = `the Hybrid Configuration Wizard made this connector what it is: its next run resets ${reset.join(", ")}. Leave them out, or run pulumi up after the wizard`;
            findings.push({ severity: "warning", text });
        }
        if (lost) {
            const text =
                "without the binding [::]:25 the Hybrid Configuration Wizard does not find this connector (HCW8010): keep it in bindings";
            findings.push({ severity: "warning", text });
        }
        return findings;
    },
};
