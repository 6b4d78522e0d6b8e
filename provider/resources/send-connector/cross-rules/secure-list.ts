import type { CrossRule } from "../../rule";
import { domainTarget, fitOf, spacesOf } from "../address-spaces";
import { some } from "../in-words";
import { secureDomains } from "../secure-domains";

export const secureList: CrossRule = {
    code: "S2",
    text: "Mutual TLS (domainSecureEnabled) is used only for domains in the organisation's tlsSendDomainSecureList.",
    find({ values, action, around }) {
        // A new connector comes before its domains (the lists last, reference sheet 12.1): the next run sees them.
        if (action === "create") return [];
        if (values.domainSecureEnabled !== true || values.enabled === false) return [];
        const listed = secureDomains(around).map(domainTarget);
        const spaces = spacesOf(values).filter(({ type, pattern }) => type === "SMTP" && pattern !== "--");
        const without = spaces.filter((space) => !listed.some((domain) => fitOf(space, domain) > 0));
        if (without.length === 0) return [];
        const names = some(without.map(({ pattern }) => (pattern === "*" ? "all domains (*)" : pattern)));
        const text = `domainSecureEnabled has no effect for ${names}, because tlsSendDomainSecureList holds no domain of it: declare the partner's domains there with a TransportConfig, if no resource of the program does`;
        return [{ severity: "warning", text }];
    },
};
