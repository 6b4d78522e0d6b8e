import { type Data, type Raw, sameData, sameRaw } from "../registry/raw";
import { namesIn, type ValueRow } from "../settings/setting";

/**
 * How a value stands to what is wanted. `wrong kind`: Windows may not heed it at all. `other spelling`: another number,
 * or another punctuation, of the same meaning.
 */
export type Comparison = "same" | "other spelling" | "wrong kind" | "different";

export function compare(row: ValueRow, live: Raw | null, wanted: Raw | null): Comparison {
    if (sameRaw(live, wanted)) return "same";
    if (live === null || wanted === null) return "different";
    if (live.kind !== row.kind) return "wrong kind";
    return sameMeaning(row, live.data, wanted.data) ? "other spelling" : "different";
}

function sameMeaning({ meaning }: ValueRow, a: Data, b: Data): boolean {
    if (meaning === "flag") return (a === 0) === (b === 0);
    return meaning === "names" && sameData(namesIn(a), namesIn(b));
}
