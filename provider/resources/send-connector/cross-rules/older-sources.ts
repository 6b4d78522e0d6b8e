import type { FieldTable } from "../../field";
import { isWithin, running } from "../../release";
import type { CrossRule } from "../../rule";
import { fields } from "../fields";
import { sourceServers } from "../sources";

export const olderSources: CrossRule = {
    code: "13",
    text: "A source server of an older Exchange release does nothing with properties that it does not know.",
    find(subject) {
        const table: FieldTable = fields;
        const sources = sourceServers(subject);
        return subject.around.servers
            .filter(({ name }) => sources.includes(name) && name !== subject.around.session.name)
            .flatMap(({ name, release }) => {
                const unknown = Object.entries(subject.declared).flatMap(([field, value]) => {
                    const since = table[field]?.since;
                    const used = value !== null && value !== false && value !== "Default";
                    return since && used && release && !isWithin(release, since) ? [field] : [];
                });
                if (unknown.length === 0 || release === undefined) return [];
                const text = `${name} runs ${running(release)} and does nothing with ${unknown.join(", ")}: take it out of sourceTransportServers`;
                return [{ severity: "warning" as const, text }];
            });
    },
};
