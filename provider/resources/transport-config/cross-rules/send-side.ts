import type { CrossRule } from "../../rule";
import { domainTarget } from "../../send-connector/address-spaces";
import { some } from "../../send-connector/in-words";
import { routesOf } from "../../send-connector/routing";
import { isList } from "../../values";

export const sendSide: CrossRule = {
    code: "D2",
    text: "An entry of tlsSendDomainSecureList needs an enabled send connector with domainSecureEnabled that routes the domain.",
    exception: "standalone",
    find({ declared: { tlsSendDomainSecureList: list }, around }) {
        if (!isList(list) || list.length === 0) return [];
        const senders = around.neighbours("SendConnector");
        const insecure = new Map<string, string[]>();
        for (const domain of list.map(String)) {
            const routes = routesOf(senders, domainTarget(domain));
            const without = routes.filter(({ values }) => values.domainSecureEnabled !== true);
            const why =
                routes.length === 0
                    ? "no enabled send connector routes it"
                    : `send connector ${some(without.map(({ name }) => `'${name}'`))} routes it without domainSecureEnabled`;
            if (routes.length === 0 || without.length > 0) insecure.set(why, [...(insecure.get(why) ?? []), domain]);
        }
        return [...insecure].map(([why, domains]) => ({
            severity: "warning",
            text: `${some(domains)} in tlsSendDomainSecureList: ${why}, so no mail leaves by mutual TLS. Declare a SendConnector for it with domainSecureEnabled: true, or standalone: true`,
        }));
    },
};
