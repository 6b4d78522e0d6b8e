import type { CrossRule } from "../../rule";
import { isForServers } from "../built-ins";
import { has, lacks } from "../known";

const TRUST = [
    ["authMechanism", "ExchangeServer"],
    ["permissionGroups", "ExchangeServers"],
] as const;

export const builtInTrust: CrossRule = {
    code: "R27",
    text: "A built-in connector for mail between servers keeps ExchangeServer in authMechanism and ExchangeServers in permissionGroups.",
    find({ live, values, name, server }) {
        // One for clients has neither of its own: whoever added them may take them back.
        if (live === undefined || !isForServers(name, server)) return [];
        return TRUST.filter(([field, flag]) => has(live, field, flag) && lacks(values, field, flag)).map(
            ([field, flag]) => ({
                severity: "error",
                text: `${field} of the built-in connector '${name}' must keep ${flag}: without it mail between Exchange servers stops with 451 5.7.3. Declare it beside the others, or use a connector of its own`,
            }),
        );
    },
};
