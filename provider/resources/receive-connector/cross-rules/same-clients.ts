import type { CrossRule, Finding } from "../../rule";
import { type FieldValues, sameValue } from "../../values";
import { some } from "../in-words";
import { textsOf } from "../known";
import { besides, called, ofTwoServices, sharedBindings } from "../surroundings";

export const sameClients: CrossRule = {
    code: "R9",
    text: "Connectors of one server with a binding in common must differ in remoteIpRanges.",
    amongDeclared: true,
    find(subject) {
        return besides(subject).flatMap((other): Finding[] => {
            const [binding] = sharedBindings(subject.values, other.values);
            if (binding === undefined || ofTwoServices(subject.values, other.values)) return [];
            const common = rangesInCommon(subject.values, other.values);
            if (common.length === 0) return [];
            const cure = "declare other bindings, or remoteIpRanges that no other connector on this binding has";
            if (sameValue(subject.values.remoteIpRanges, other.values.remoteIpRanges)) {
                const text = `bindings and remoteIpRanges are those of ${called(other)} already (${binding}, ${some(common)}): ${cure}`;
                return [{ severity: "error", text }];
            }
            const text = `${some(common)} on ${binding} also belongs to ${called(other)}: which of the two serves these clients is not defined, and Exchange may refuse it; ${cure}`;
            return [{ severity: "warning", text }];
        });
    },
};

/** Equal ranges have equal texts. */
function rangesInCommon(a: FieldValues, b: FieldValues): readonly string[] {
    const others = new Set(textsOf(b, "remoteIpRanges"));
    return textsOf(a, "remoteIpRanges").filter((range) => others.has(range));
}
