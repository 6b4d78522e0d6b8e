import type { CrossRule, Finding } from "../../rule";
import { sameValue } from "../../values";
import { isHybrid, tenantsOf } from "../hybrid";
import { some } from "../in-words";

/** What the wizard writes at every run (reference sheet, 12.2). */
const SHAPE = {
    dnsRoutingEnabled: true,
    smartHosts: [],
    errorPolicies: [],
    requireTls: true,
    ignoreStartTls: false,
    tlsAuthLevel: "DomainValidation",
    tlsDomain: "mail.protection.outlook.com",
    domainSecureEnabled: false,
    cloudServicesMailEnabled: true,
} as const;

/** What is chosen in the wizard. */
const CHOSEN = ["fqdn", "tlsCertificateName", "sourceTransportServers"];

export const hybridWizard: CrossRule = {
    code: "H1",
    text: "The Hybrid Configuration Wizard writes its own values on its send connector at every run, and wants one such connector with one address space.",
    find({ name, action, declared, values, around }) {
        if (action === "none" || !isHybrid(name, values)) return [];
        const other = Object.entries(SHAPE).flatMap(([field, its]) =>
            declared[field] === undefined || sameValue(declared[field], its) ? [] : [field],
        );
        const reset = [...other, ...CHOSEN.filter((field) => field in declared)];
        const tenants = tenantsOf(values);
        const twins = around
            .neighbours("SendConnector")
            .filter((one) => tenantsOf(one.values).some((domain) => tenants.includes(domain)));
        const spaces = Array.isArray(values.addressSpaces) ? values.addressSpaces.length : 0;
        const texts = [
            ...(reset.length > 0
                ? [
                      `the Hybrid Configuration Wizard made this connector what it is: its next run resets ${reset.join(", ")}. Leave them out, or run pulumi up after the wizard`,
                  ]
                : []),
            ...(spaces > 1
                ? [
                      "the Hybrid Configuration Wizard stops when its connector has more than the tenant's address space (HCW8039): give the other ones a connector of their own",
                  ]
                : []),
            ...(twins.length > 0
                ? [
                      `the Hybrid Configuration Wizard stops when several send connectors have ${tenants.join(", ")} (HCW8011): take it out of addressSpaces here or on ${some(twins.map((one) => `'${one.name}'`))}`,
                  ]
                : []),
        ];
        return texts.map((text): Finding => ({ severity: "warning", text }));
    },
};
