import { called, isWithin, type Release } from "../../release";
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
        const { declared, live, around } = subject;
        const { name, release } = serverOf(subject) ?? around.session;
        const there = live === undefined ? [] : textsOf(live, "tlsDomainCapabilities");
        const fresh = textsOf(declared, "tlsDomainCapabilities").filter((entry) => !there.includes(entry));
        const unknown = [...new Set(fresh.flatMap(capabilitiesOf))].filter((capability) => {
            const [since, until] = RELEASES[capability] ?? [];
            return since !== undefined && release !== undefined && !isWithin(release, since, until);
        });
        if (unknown.length === 0 || release === undefined) return [];
        const able = Object.entries(RELEASES).filter(([, [since, until]]) => isWithin(release, since, until));
        const instead = able.length > 0 ? `declare ${able.map(([one]) => one).join(", ")}` : "leave it out";
        const text = `${name} runs ${called(release)}, which does not know ${unknown.join(", ")} in tlsDomainCapabilities: ${instead}`;
        return [{ severity: "error", text } satisfies Finding];
    },
};
