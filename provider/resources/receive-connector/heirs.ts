import { contains, type IpSpan, overlaps, sizeOf, spanText } from "../../values/ip-span";
import type { Case, Neighbour } from "../case";
import type { FieldValues } from "../values";
import { spansOf, without } from "./coverage";
import { besides, listenTogether } from "./surroundings";

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
    const kept = after === undefined || after.enabled === false ? [] : spansOf(after);
    const claims = besides(subject)
        .filter(({ values }) => values.enabled !== false && listenTogether(before, values))
        .flatMap((connector) => spansOf(connector.values).map((span): Claim => ({ connector, span })));
    const heirs = new Map<Neighbour | undefined, string[]>();
    for (const client of spansOf(before).flatMap((one) => without(one, kept))) {
        const near = claims.filter(({ span }) => overlaps(span, client));
        const heir = narrowest(near.filter(({ span }) => contains(span, client)));
        // Several connectors share these clients: none of them is the heir, and yet somebody serves them.
        if (heir === undefined && near.length > 0) continue;
        heirs.set(heir, [...(heirs.get(heir) ?? []), spanText(client)]);
    }
    return [...heirs].map(([connector, ranges]) => ({ connector, ranges }));
}

/** The most specific range serves a client (R11). */
function narrowest(claims: readonly Claim[]): Neighbour | undefined {
    return claims.toSorted((a, b) => (sizeOf(a.span) < sizeOf(b.span) ? -1 : 1))[0]?.connector;
}
