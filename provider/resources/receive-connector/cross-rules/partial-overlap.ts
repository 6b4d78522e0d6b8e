import { ipSpan } from "../../../values/ip-range";
import { contains, overlaps } from "../../../values/ip-span";
import type { CrossRule, Finding } from "../../rule";
import { textsOf } from "../known";
import { besides, called, ofTwoServices, sharedBindings } from "../surroundings";

export const partialOverlap: CrossRule = {
    code: "R11",
    text: "Ranges of two connectors on one binding may overlap only if one lies wholly inside the other.",
    find(subject) {
        return besides(subject).flatMap((other): Finding[] => {
            const [binding] = sharedBindings(subject.values, other.values);
            if (binding === undefined || ofTwoServices(subject.values, other.values)) return [];
            const theirs = textsOf(other.values, "remoteIpRanges");
            const pairs = textsOf(subject.values, "remoteIpRanges").flatMap((range) =>
                theirs.filter((their) => crosses(range, their)).map((their) => [range, their] as const),
            );
            return pairs.slice(0, 1).map(([range, their]) => ({
                severity: "error",
                text: `${range} and ${their} of ${called(other)} overlap on ${binding}, and neither lies wholly inside the other: declare remoteIpRanges that are apart, or inside`,
            }));
        });
    },
};

function crosses(one: string, other: string): boolean {
    const [a, b] = [ipSpan(one), ipSpan(other)];
    return a !== undefined && b !== undefined && overlaps(a, b) && !contains(a, b) && !contains(b, a);
}
