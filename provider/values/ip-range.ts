import { addressOf, addressText, type IpAddress, widthOf } from "./ip-bits";
import { type IpSpan, spanBetween, spanText } from "./ip-span";
import { expected, parsed, type ValueType } from "./value-type";

const WHAT = 'an IP address or a range such as "10.0.0.1", "10.0.0.1-10.0.0.9", "10.0.0.0/24" or "2001:db8::/32"';

/**
 * One address, `low-high`, `network/bits` or `network(mask)`, IPv4 or IPv6 (with `%scope`); compared as addresses.
 * A block whose address is not its first one is refused: no source says what Exchange makes of `10.0.0.5/24`.
 */
export const ipRange: ValueType = {
    typescript: "string",
    parse(value) {
        const span = typeof value === "string" ? spanOf(value) : undefined;
        if (span === undefined) return expected(WHAT);
        return "low" in span ? parsed(spanText(span)) : expected(bothReadings(span));
    },
    print: (canonical) => canonical,
    asTyped: true,
};

/** The addresses that a range in any spelling means, for rules: of two readings the wider one. Undefined: it is none. */
export function ipSpan(range: unknown): IpSpan | undefined {
    const span = typeof range === "string" ? spanOf(range) : undefined;
    return span === undefined || "low" in span ? span : networkOf(span);
}

/** A block written with an address inside of it. */
interface Ambiguous {
    readonly address: IpAddress;
    readonly host: bigint;
}

function spanOf(text: string): IpSpan | Ambiguous | undefined {
    const at = text.search(/[-/(]/);
    const [first, sign, second] =
        at < 0 ? [text.trim(), "", ""] : [text.slice(0, at).trim(), text[at], text.slice(at + 1).trim()];
    const address = addressOf(first);
    if (address === undefined) return undefined;
    if (sign === "") return spanBetween(address, address);
    if (sign === "/") return block(address, hostOfBits(address, second));
    if (sign === "(")
        return second.endsWith(")") ? block(address, hostOfMask(address, second.slice(0, -1))) : undefined;
    const high = addressOf(second);
    return high === undefined ? undefined : spanBetween(address, high);
}

function block(address: IpAddress, host: bigint | undefined): IpSpan | Ambiguous | undefined {
    if (host === undefined) return undefined;
    if ((address.bits & host) !== 0n) return { address, host };
    return spanBetween(address, { ...address, bits: address.bits | host });
}

/** The bits of an address that the block leaves free. */
function hostOfBits({ family }: IpAddress, bits: string): bigint | undefined {
    const free = /^\d{1,3}$/.test(bits) ? widthOf(family) - BigInt(bits) : -1n;
    return free < 0n ? undefined : (1n << free) - 1n;
}

function hostOfMask({ family }: IpAddress, text: string): bigint | undefined {
    const mask = addressOf(text.trim());
    if (mask?.family !== family || mask.scope !== "") return undefined;
    const host = ~mask.bits & ((1n << widthOf(family)) - 1n);
    const contiguous = (host & (host + 1n)) === 0n;
    return contiguous ? host : undefined;
}

function networkOf({ address, host }: Ambiguous): IpSpan | undefined {
    const low = { ...address, bits: address.bits & ~host };
    return spanBetween(low, { ...low, bits: low.bits | host });
}

function bothReadings(ambiguous: Ambiguous): string {
    const network = networkOf(ambiguous);
    const texts = `"${network ? spanText(network) : ""}" or "${addressText(ambiguous.address)}"`;
    return `either ${texts}, because an address inside of its own block could mean both`;
}
