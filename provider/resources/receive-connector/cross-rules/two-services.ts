import type { CrossRule, Finding } from "../../rule";
import { besides, called, ofTwoServices, sharedBindings } from "../surroundings";

export const twoServices: CrossRule = {
    code: "R10",
    text: "Connectors of one server with different transportRole must not have a binding in common, whatever their remoteIpRanges.",
    enforced: true,
    amongDeclared: true,
    find(subject) {
        const { values, live } = subject;
        return besides(subject).flatMap((other): Finding[] => {
            const [binding] = ofTwoServices(values, other.values) ? sharedBindings(values, other.values) : [];
            if (binding === undefined) return [];
            const before = live !== undefined && ofTwoServices(live, other.values);
            const already = before && sharedBindings(live, other.values).length > 0;
            const what = `${binding} belongs to ${called(other)}, which is ${other.values.transportRole} while this one is ${values.transportRole}`;
            const text = already
                ? `${what}: the two are in conflict already, so Exchange refuses every change of either. Declare another binding for one of them, or the same transportRole, first`
                : `${what}: declare another binding or the same transportRole`;
            return [{ severity: "error", text }];
        });
    },
};
