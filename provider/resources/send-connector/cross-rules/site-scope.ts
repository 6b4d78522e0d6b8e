import type { CrossRule } from "../../rule";
import { some } from "../in-words";
import { sourceServers } from "../sources";

export const siteScope: CrossRule = {
    code: "S21",
    text: "isScopedConnector limits the connector to servers in the source servers' site.",
    find(subject) {
        if (subject.values.isScopedConnector !== true) return [];
        const { servers } = subject.around;
        const sources = sourceServers(subject);
        const sites = new Set(servers.flatMap(({ name, site }) => (site && sources.includes(name) ? [site] : [])));
        const outside = servers.filter(({ isHub, site }) => isHub && site !== null && !sites.has(site));
        if (sites.size === 0 || outside.length === 0) return [];
        const names = some(outside.map(({ name, site }) => `${name} (${site})`));
        const text = `isScopedConnector keeps the connector to ${[...sites].join(", ")}: ${names} cannot use it, and mail from there takes another connector or queues. Declare isScopedConnector: false, or a connector for each site`;
        return [{ severity: "warning", text }];
    },
};
