import type { CrossRule } from "../../rule";
import { has } from "../known";
import { serverOf } from "../surroundings";

export const ownName: CrossRule = {
    code: "R7",
    text: "With ExchangeServer in authMechanism, fqdn must be the server's FQDN, its short name, or null.",
    enforced: true,
    find(subject) {
        const { fqdn } = subject.values;
        const server = serverOf(subject);
        if (typeof fqdn !== "string" || server === undefined) return [];
        if (!has(subject.values, "authMechanism", "ExchangeServer")) return [];
        if ([server.fqdn, server.name].some((own) => own.toLowerCase() === fqdn.toLowerCase())) return [];
        const text = `with ExchangeServer in authMechanism, fqdn must be "${server.fqdn}", "${server.name}" or null, not "${fqdn}": declare one of these, or use a connector of its own without ExchangeServer for the other name`;
        return [{ severity: "error", text }];
    },
};
