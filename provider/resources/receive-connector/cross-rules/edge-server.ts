import type { CrossRule, Finding } from "../../rule";
import { has } from "../known";
import { serverOf } from "../surroundings";

export const edgeServer: CrossRule = {
    code: "R19",
    text: "A connector of an Edge server has no transportRole, no usage Client, no ExchangeLegacyServers and no longAddressesEnabled.",
    enforced: true,
    find(subject) {
        if (!serverOf(subject)?.isEdge) return [];
        const { declared, server } = subject;
        // The preset of usage Internal leaves ExchangeLegacyServers out on an Edge server, so only what is declared counts.
        const wrong = [
            ...("transportRole" in declared ? ["transportRole"] : []),
            ...(declared.usage === "Client" ? ['usage "Client"'] : []),
            ...(has(declared, "permissionGroups", "ExchangeLegacyServers")
                ? ["ExchangeLegacyServers in permissionGroups"]
                : []),
            // R18: only on Mailbox servers.
            ...(declared.longAddressesEnabled === true ? ["longAddressesEnabled"] : []),
        ];
        return wrong.map(
            (what): Finding => ({
                severity: "error",
                text: `${server} is an Edge server, which knows no ${what}: leave it out`,
                ...(what === "transportRole" && { leaveOut: what }),
            }),
        );
    },
};
