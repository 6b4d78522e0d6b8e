import { addressText, type IpAddress } from "./ip-bits";

/** Consecutive addresses of one family, both bounds included. */
export interface IpSpan {
    readonly family: 4 | 6;
    readonly low: bigint;
    readonly high: bigint;
    /** `%11`; empty: on every interface. */
    readonly scope: string;
}

/** From `low` to `high`; undefined when they do not belong together or stand the wrong way round. */
export function spanBetween(low: IpAddress, high: IpAddress): IpSpan | undefined {
    const fit = low.family === high.family && low.scope === high.scope && low.bits <= high.bits;
    return fit ? { family: low.family, low: low.bits, high: high.bits, scope: low.scope } : undefined;
}

/** One address bare, several as `low-high`: equal spans have equal texts. */
export function spanText({ family, low, high, scope }: IpSpan): string {
    const text = (bits: bigint) => addressText({ family, bits, scope });
    return low === high ? text(low) : `${text(low)}-${text(high)}`;
}

/** Whether every address of `inner` is one of `outer`. */
export function contains(outer: IpSpan, inner: IpSpan): boolean {
    const scope = outer.scope === "" || outer.scope === inner.scope;
    return outer.family === inner.family && scope && outer.low <= inner.low && inner.high <= outer.high;
}

/** Whether some address belongs to both. */
export function overlaps(a: IpSpan, b: IpSpan): boolean {
    const scope = a.scope === "" || b.scope === "" || a.scope === b.scope;
    return a.family === b.family && scope && a.low <= b.high && b.low <= a.high;
}

/** Whether both are the same addresses. */
export function sameSpan(a: IpSpan, b: IpSpan): boolean {
    return contains(a, b) && contains(b, a);
}

/** Number of addresses, 1 to 2^128. */
export function sizeOf({ low, high }: IpSpan): bigint {
    return high - low + 1n;
}
