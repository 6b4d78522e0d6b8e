import type { CrossRule } from "../../rule";
import { some } from "../in-words";
import { heirsOf } from "../routing";

export const weakerHeir: CrossRule = {
    code: "D1",
    text: "What a disabled or narrowed connector no longer routes should not fall to one with weaker TLS, or to none.",
    find(subject) {
        const { live, values } = subject;
        if (live === undefined || live.enabled === false) return [];
        return heirsOf(subject, live, values)
            .filter(({ before, after }) => after === undefined || after.rank < before.rank)
            .map(({ connector, targets, before, after }) => {
                const where = some(targets.map(({ label }) => label));
                const text = connector
                    ? `mail to ${where} then goes through send connector '${connector.name}' with weaker TLS (${after?.words}; so far: ${before.words}): secure that one first, or keep enabled and addressSpaces`
                    : `nothing routes ${where} then, so mail queues: declare another connector for it, or keep enabled and addressSpaces`;
                return { severity: "warning", text };
            });
    },
};
