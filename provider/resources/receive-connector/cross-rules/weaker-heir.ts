import type { CrossRule } from "../../rule";
import type { FieldValues } from "../../values";
import { effectiveTls } from "../effective-tls";
import { heirsOf } from "../heirs";
import { some } from "../in-words";
import { has, lacks } from "../known";
import { called } from "../surroundings";

export const weakerHeir: CrossRule = {
    code: "D1",
    text: "Mail that a disabled or narrowed connector no longer takes should not fall to one with less TLS, or to none.",
    find(subject) {
        const { live, values } = subject;
        if (live === undefined || live.enabled === false) return [];
        return heirsOf(subject, live, values)
            .filter(({ connector }) => connector === undefined || isWeaker(connector.values, live))
            .map(({ connector, ranges }) => ({
                severity: "warning",
                text:
                    connector === undefined
                        ? `nothing serves ${some(ranges)} after this: connections from there are refused`
                        : `${called(connector)} serves ${some(ranges)} after this, with less TLS: "${effectiveTls(connector.values)}", so far "${effectiveTls(live)}"`,
            }));
    },
};

function isWeaker(heir: FieldValues, own: FieldValues): boolean {
    return (
        (own.requireTls === true && heir.requireTls === false) ||
        (own.domainSecureEnabled === true && heir.domainSecureEnabled === false) ||
        (has(own, "authMechanism", "Tls") && lacks(heir, "authMechanism", "Tls"))
    );
}
