import type { CrossRule } from "../../rule";
import { serverOf } from "../surroundings";

export const builtInFqdn: CrossRule = {
    code: "R8",
    text: "The fqdn of a built-in connector stays the server's own.",
    find(subject) {
        const { builtIn, live, values, name } = subject;
        const changed = live !== undefined && values.fqdn !== undefined && values.fqdn !== live.fqdn;
        if (!builtIn || !changed) return [];
        if (values.fqdn === serverOf(subject)?.fqdn) return [];
        const text = `the fqdn of the built-in connector '${name}' must stay: Exchange's own services and servers find it by that. Leave fqdn out, and use a connector of its own for another name`;
        return [{ severity: "error", text }];
    },
};
