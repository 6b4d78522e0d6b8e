import { bindingOf } from "../../values/ip-binding";
import { contains, type IpSpan, overlaps, sizeOf, spanText } from "../../values/ip-span";
import type { Case, Neighbour } from "../case";
import type { FieldValues } from "../values";
import { spansOf, without } from "./coverage";
import { textsOf } from "./known";
import { besides, bindingsOf, isAny, listenTogether } from "./surroundings";

/** Clients that a connector no longer serves, and who serves them then. */
export interface Heir {
    /** Undefined: nobody. */
    readonly connector: Neighbour | undefined;
    readonly ranges: readonly string[];
}

/** A range of a connector that listens at the same place. */
interface Claim {
    readonly connector: Neighbour;
    readonly span: IpSpan;
}

/** Who serves the clients of `before` that `after` (undefined: the connector is gone) does not. */
export function heirsOf(subject: Case, before: FieldValues, after: FieldValues | undefined): readonly Heir[] {
    const now = after === undefined || after.enabled === false ? undefined : after;
    const kept = now === undefined ? [] : spansOf(now);
    const lost = spansOf(before).flatMap((one) => without(one, kept));
    const stay = spansOf(before).flatMap((one) => without(one, lost));
    const left = now === undefined ? [] : leftBindings(before, now);
    const families = left.map((binding) => bindingOf(binding)?.family);
    const heirs = new Map<Neighbour | undefined, string[]>();
    const inherit = (clients: readonly IpSpan[], claims: readonly Claim[]) => {
        for (const client of clients) {
            const near = claims.filter(({ span }) => overlaps(span, client));
            const heir = narrowest(near.filter(({ span }) => contains(span, client)));
            // Several connectors share these clients: none of them is the heir, and yet somebody serves them.
            if (heir === undefined && near.length > 0) continue;
            heirs.set(heir, [...(heirs.get(heir) ?? []), spanText(client)]);
        }
    };
    inherit(lost, claimsAt(subject, before));
    // Whoever still comes to a binding that is given up reaches who else listens there; nobody is plain to see.
    const others = claimsAt(subject, { bindings: left });
    if (others.length > 0) {
        inherit(
            stay.filter(({ family }) => families.includes(family)),
            others,
        );
    }
    return [...heirs].map(([connector, ranges]) => ({ connector, ranges }));
}

function claimsAt(subject: Case, place: FieldValues): readonly Claim[] {
    return besides(subject)
        .filter(({ values }) => values.enabled !== false && listenTogether(place, values))
        .flatMap((connector) => spansOf(connector.values).map((span): Claim => ({ connector, span })));
}

/** Bindings that `after` does not listen on any more. */
function leftBindings(before: FieldValues, after: FieldValues): readonly string[] {
    const now = bindingsOf(after);
    return textsOf(before, "bindings").filter((text) => {
        const binding = bindingOf(text);
        return !now.some(
            (one) =>
                one.family === binding?.family &&
                one.port === binding.port &&
                (one.address === binding.address || isAny(one)),
        );
    });
}

/** The most specific range serves a client (R11). */
function narrowest(claims: readonly Claim[]): Neighbour | undefined {
    return claims.toSorted((a, b) => (sizeOf(a.span) < sizeOf(b.span) ? -1 : 1))[0]?.connector;
}
