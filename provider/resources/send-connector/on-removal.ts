import type { Case } from "../case";
import { some } from "./in-words";
import { heirsOf } from "./routing";

/** Who takes the mail when the connector goes, and what is lost with it (D1). */
export function onRemoval(subject: Case): readonly string[] {
    const there = subject.live ?? subject.values;
    const mail = there.enabled === false ? [] : heirsOf(subject, there, undefined);
    const authenticates = String(there.smartHostAuthMechanism).startsWith("BasicAuth");
    return [
        ...mail.map(({ connector, targets, before, after }) => {
            const where = some(targets.map(({ label }) => label));
            return connector === undefined
                ? `nothing routes ${where} then: mail queues (D1)`
                : `${where} then: send connector '${connector.name}', ${after?.words} (now: ${before.words}) (D1)`;
        }),
        ...(authenticates ? ["the smart hosts' stored credential is lost with it, and no one can read it"] : []),
    ];
}
