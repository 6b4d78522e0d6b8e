import type { CrossRule } from "../../rule";
import { lacks } from "../known";
import { serverOf } from "../surroundings";

export const builtInFqdn: CrossRule = {
    code: "R8",
    text: "The fqdn of a built-in connector that Exchange servers use stays the server's own.",
    find(subject) {
        const { builtIn, live, values, name } = subject;
        const changed = live !== undefined && values.fqdn !== undefined && values.fqdn !== live.fqdn;
        // Client connectors (Client Frontend) take no mail from servers.
        if (!builtIn || !changed || lacks(live, "authMechanism", "ExchangeServer")) return [];
        if (values.fqdn === serverOf(subject)?.fqdn) return [];
        const text = `the fqdn of the built-in connector '${name}' must stay: other Exchange servers authenticate by it. Leave fqdn out, and use a connector of its own for another name`;
        return [{ severity: "error", text }];
    },
};
