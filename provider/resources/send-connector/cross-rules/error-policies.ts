import { isWithin, type Release, running } from "../../release";
import type { CrossRule } from "../../rule";
import { isList } from "../../values";

const KNOWN: Readonly<Record<string, readonly [since: Release, until?: Release]>> = {
    DowngradeAuthFailures: ["2010", "2010 SP1"],
    DowngradeDnsFailures: ["2010"],
    DowngradeCustomFailures: ["2013"],
    UpgradeCustomFailures: ["2013"],
};

export const errorPolicies: CrossRule = {
    code: "3.2",
    text: "errorPolicies: DowngradeAuthFailures is known to Exchange 2010 only, DowngradeCustomFailures and UpgradeCustomFailures to 2013 and later.",
    find({ values: { errorPolicies: policies }, around: { session } }) {
        const { name, release } = session;
        if (!isList(policies) || release === undefined) return [];
        const isKnown = (policy: string) => {
            const [since, until] = KNOWN[policy] ?? [];
            return since !== undefined && isWithin(release, since, until);
        };
        const unknown = policies.map(String).filter((policy) => !isKnown(policy));
        if (unknown.length === 0) return [];
        const able = Object.keys(KNOWN).filter(isKnown);
        const text = `${name} runs ${running(release)}, which does not know ${unknown.join(", ")}: declare errorPolicies from ${able.join(", ")}`;
        return [{ severity: "error", text }];
    },
};
