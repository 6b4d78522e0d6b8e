import { contains, type IpSpan, overlaps, spanText } from "../../../values/ip-span";
import type { CrossRule, Finding } from "../../rule";
import { spansOf } from "../coverage";
import { besides, called, ofTwoServices, sharedBindings } from "../surroundings";

export const partialOverlap: CrossRule = {
    code: "R11",
    text: "Ranges of two connectors of one server may overlap only if one lies wholly inside the other.",
    amongDeclared: true,
    find(subject) {
        const own = spansOf(subject.values);
        return besides(subject).flatMap((other): Finding[] => {
            const [binding] = sharedBindings(subject.values, other.values);
            // R10 says that these exclude each other.
            if (binding !== undefined && ofTwoServices(subject.values, other.values)) return [];
            // Told when it is decided, not at every run.
            if (binding === undefined && subject.action === "none") return [];
            const crossing = firstCrossing(own, spansOf(other.values));
            if (crossing === undefined) return [];
            const [mine, theirs] = crossing.map(spanText);
            const what = (where: string) => `${mine} and ${theirs} of ${called(other)} overlap${where}`;
            const cure = "declare remoteIpRanges that are apart, or inside";
            if (binding !== undefined) {
                const text = `${what(` on ${binding}`)}, and neither lies wholly inside the other: ${cure}`;
                return [{ severity: "error", text }];
            }
            // The documentation makes no exception for other bindings; whether Exchange does, no source says.
            const text = `${what("")}, and neither lies wholly inside the other, which Exchange may refuse although they share no binding: ${cure}`;
            return [{ severity: "warning", text }];
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
