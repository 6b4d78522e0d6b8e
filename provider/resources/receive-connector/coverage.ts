import { ipSpan } from "../../values/ip-range";
import { type IpSpan, overlaps } from "../../values/ip-span";
import type { FieldValues } from "../values";
import { textsOf } from "./known";

/** The addresses that a connector serves, as far as they are known. */
export function spansOf(values: FieldValues): readonly IpSpan[] {
    return textsOf(values, "remoteIpRanges").flatMap((range) => ipSpan(range) ?? []);
}

/** Whether the ranges, taken together, hold every address of the family. */
export function coversAll(family: 4 | 6, spans: readonly IpSpan[]): boolean {
    const own = spans.filter((span) => span.family === family && span.scope === "");
    let next = 0n;
    for (const { low, high } of own.toSorted((a, b) => (a.low < b.low ? -1 : 1))) {
        if (low > next) return false;
        if (high >= next) next = high + 1n;
    }
    return next === 1n << (family === 4 ? 32n : 128n);
}

/** What is left of a range when others are taken out of it. */
export function without(span: IpSpan, others: readonly IpSpan[]): readonly IpSpan[] {
    return others.reduce<readonly IpSpan[]>((parts, other) => parts.flatMap((part) => cut(part, other)), [span]);
}

function cut(span: IpSpan, other: IpSpan): readonly IpSpan[] {
    if (!overlaps(span, other) || (other.scope !== "" && other.scope !== span.scope)) return [span];
    return [
        { ...span, high: other.low - 1n },
        { ...span, low: other.high + 1n },
    ].filter(({ low, high }) => low <= high);
}
