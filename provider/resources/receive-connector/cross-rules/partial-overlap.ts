import { contains, type IpSpan, overlaps, spanText } from "../../../values/ip-span";
import type { CrossRule, Finding } from "../../rule";
import { spansOf } from "../coverage";
import { besides, called, ofTwoServices, sharedBindings } from "../surroundings";

export const partialOverlap: CrossRule = {
    code: "R11",
    text: "Ranges of two connectors on one binding may overlap only if one lies wholly inside the other.",
    amongDeclared: true,
    find(subject) {
        const own = spansOf(subject.values);
        return besides(subject).flatMap((other): Finding[] => {
            const [binding] = sharedBindings(subject.values, other.values);
            if (binding === undefined || ofTwoServices(subject.values, other.values)) return [];
            const crossing = firstCrossing(own, spansOf(other.values));
            if (crossing === undefined) return [];
            const [mine, theirs] = crossing.map(spanText);
            const text = `${mine} and ${theirs} of ${called(other)} overlap on ${binding}, and neither lies wholly inside the other: declare remoteIpRanges that are apart, or inside`;
            return [{ severity: "error", text }];
        });
    },
};

function firstCrossing(own: readonly IpSpan[], others: readonly IpSpan[]): readonly [IpSpan, IpSpan] | undefined {
    for (const a of own) {
        const b = others.find((one) => overlaps(a, one) && !contains(a, one) && !contains(one, a));
        if (b !== undefined) return [a, b];
    }
    return undefined;
}
