import { InvalidValue } from "./invalid-value.js";
import { bitsOf, type IpNumber, ipNumber } from "./ip-number.js";

/** From the lowest to the highest address of an expression. */
export interface Bounds extends Omit<IpNumber, "value"> {
    readonly low: bigint;
    readonly high: bigint;
}

/** Single address, `low-high`, `address/length` or `address(mask)`; the expression is kept as typed. */
export function parseIpRange(text: string): string {
    if (boundsOf(text) !== undefined) return text;
    throw new InvalidValue(text, "Microsoft.Exchange.Data.IPRange", "isn't a valid IP range");
}

/** undefined: the text is no range. */
export function boundsOf(text: string): Bounds | undefined {
    const single = ipNumber(text);
    if (single !== undefined) return between(single, single);
    const [low, high, ...more] = text.split("-").map(ipNumber);
    if (low !== undefined && high !== undefined && more.length === 0) return between(low, high);
    const block = /^(.+)\/(\d{1,3})$/.exec(text);
    if (block !== null) return within(ipNumber(block[1] ?? ""), Number(block[2]));
    const masked = /^(.+)\((.+)\)$/.exec(text);
    const address = ipNumber(masked?.[1] ?? "");
    return address?.family === 4 ? within(address, lengthOf(ipNumber(masked?.[2] ?? ""))) : undefined;
}

function between(low: IpNumber, high: IpNumber): Bounds | undefined {
    const { family, scope } = low;
    if (family !== high.family || scope !== high.scope || low.value > high.value) return undefined;
    return { family, scope, low: low.value, high: high.value };
}

function within(address: IpNumber | undefined, length: number | undefined): Bounds | undefined {
    if (address === undefined || length === undefined || length > bitsOf(address.family)) return undefined;
    const { family, scope, value } = address;
    const free = (1n << BigInt(bitsOf(family) - length)) - 1n;
    return { family, scope, low: value - (value & free), high: value | free };
}

/** The length of a mask without holes; only IPv4 is written with one. */
function lengthOf(mask: IpNumber | undefined): number | undefined {
    if (mask?.family !== 4) return undefined;
    const bits = mask.value.toString(2).padStart(32, "0");
    return /^1*0*$/.test(bits) ? bits.replaceAll("0", "").length : undefined;
}

export function sameRange(a: Bounds, b: Bounds): boolean {
    return comparable(a, b) && a.low === b.low && a.high === b.high;
}

/** They meet, and neither lies wholly inside the other. */
export function crosses(a: Bounds, b: Bounds): boolean {
    if (!comparable(a, b) || a.high < b.low || b.high < a.low) return false;
    return (a.low < b.low && a.high < b.high) || (b.low < a.low && b.high < a.high);
}

function comparable(a: Bounds, b: Bounds): boolean {
    return a.family === b.family && a.scope === b.scope;
}
