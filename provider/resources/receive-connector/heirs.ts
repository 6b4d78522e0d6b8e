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

/** Who serves the clients of `before` that `after` (undefined: the connector is gone) does not. */
export function heirsOf(subject: Case, before: FieldValues, after: FieldValues | undefined): readonly Heir[] {
    const kept = after === undefined || after.enabled === false ? [] : spansOf(after);
    const candidates = besides(subject).filter(
        ({ values }) => values.enabled !== false && listenTogether(before, values),
    );
    const heirs = new Map<Neighbour | undefined, string[]>();
    for (const span of spansOf(before).flatMap((one) => without(one, kept))) {
        const heir = narrowest(candidates, span);
        // Several connectors share these clients: nobody is the heir, and they are not without one.
        if (heir === undefined && candidates.some(({ values }) => spansOf(values).some((one) => overlaps(one, span))))
            continue;
        heirs.set(heir, [...(heirs.get(heir) ?? []), spanText(span)]);
    }
    return [...heirs].map(([connector, ranges]) => ({ connector, ranges }));
}

/** The most specific range serves a client (R11). */
function narrowest(candidates: readonly Neighbour[], client: IpSpan): Neighbour | undefined {
    const fitting = candidates.flatMap((one) =>
        spansOf(one.values)
            .filter((span) => contains(span, client))
            .map((span) => ({ one, size: sizeOf(span) })),
    );
    return fitting.toSorted((a, b) => (a.size < b.size ? -1 : 1))[0]?.one;
}
