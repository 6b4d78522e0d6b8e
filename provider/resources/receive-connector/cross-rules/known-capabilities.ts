import { isWithin, type Release, running } from "../../release";
import type { CrossRule, Finding } from "../../rule";
import { capabilitiesOf } from "../capabilities";
import { textsOf } from "../known";
import { serverOf } from "../surroundings";

/** Of the others that exist no source names the releases (reference sheet 5.2). */
const RELEASES: Readonly<Record<string, readonly [since: Release, until?: Release]>> = {
    AcceptCloudServicesMail: ["2013"],
    AcceptOorgProtocol: ["2010", "2010 SP1"],
};

export const knownCapabilities: CrossRule = {
    code: "5.2",
    text: "tlsDomainCapabilities: AcceptCloudServicesMail is known to Exchange 2013 and later, AcceptOorgProtocol to 2010 only.",
    find(subject) {
        const { values, live, around } = subject;
        const there = live === undefined ? [] : textsOf(live, "tlsDomainCapabilities");
        const fresh = textsOf(values, "tlsDomainCapabilities").filter((entry) => !there.includes(entry));
        const wanted = [...new Set(fresh.flatMap(capabilitiesOf))];
        // The cmdlets are the session's server's, the connector is its own server's.
        const servers = new Set([around.session, serverOf(subject) ?? around.session]);
        return [...servers].flatMap(({ name, release }): Finding[] => {
            if (release === undefined) return [];
            const unknown = wanted.filter((capability) => capability in RELEASES && !knows(release, capability));
            if (unknown.length === 0) return [];
            const able = Object.keys(RELEASES).filter((capability) => knows(release, capability));
            const instead = able.length > 0 ? `declare ${able.join(", ")}` : "leave it out";
            const text = `${name} runs ${running(release)}, which does not know ${unknown.join(", ")} in tlsDomainCapabilities: ${instead}`;
            return [{ severity: "error", text }];
        });
    },
};

function knows(release: Release, capability: string): boolean {
    const [since, until] = RELEASES[capability] ?? [];
    return since !== undefined && isWithin(release, since, until);
}
