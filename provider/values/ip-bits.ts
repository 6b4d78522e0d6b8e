import { isIPv4, isIPv6 } from "node:net";

/** One IP address as a number. */
export interface IpAddress {
    readonly family: 4 | 6;
    /** Value of the 32 or 128 bits. */
    readonly bits: bigint;
    /** `%11` of a link-local IPv6 address; empty for none. */
    readonly scope: string;
}

/** Bits of an address of `family`. */
export function widthOf(family: 4 | 6): bigint {
    return family === 4 ? 32n : 128n;
}

/**
 * The address that `text` spells; undefined when it spells none. IPv4 as four decimal numbers only: Windows reads
 * `010.0.0.1` as octal and `10.1` as 10.0.0.1. An IPv4-mapped address is IPv6.
 */
export function addressOf(text: string): IpAddress | undefined {
    if (isIPv4(text))
        return { family: 4, bits: text.split(".").reduce((bits, byte) => bits * 256n + BigInt(byte), 0n), scope: "" };
    const [address = "", scope, ...more] = text.split("%");
    if (more.length > 0 || !isIPv6(address)) return undefined;
    // Windows numbers its interfaces; 0 is none.
    if (scope !== undefined && !(/^\d{1,10}$/.test(scope) && Number(scope) < 2 ** 32)) return undefined;
    return { family: 6, bits: bitsOfIpv6(address), scope: Number(scope ?? 0) === 0 ? "" : `%${Number(scope)}` };
}

/** The one spelling of an address: lower-case and compressed as in RFC 5952, an IPv4-mapped one as `::ffff:10.0.0.1`. */
export function addressText({ family, bits, scope }: IpAddress): string {
    if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join(".");
    if (bits >> 32n === 0xffffn)
        return `::ffff:${addressText({ family: 4, bits: bits & 0xffff_ffffn, scope: "" })}${scope}`;
    const groups = bits.toString(16).padStart(32, "0").match(/.{4}/g) ?? [];
    return compressed(groups.join(":")) + scope;
}

function bitsOfIpv6(address: string): bigint {
    const [head = "", tail = ""] = compressed(address).split("::").map(hexOf);
    return BigInt(`0x${head}${tail.padStart(32 - head.length, "0")}`);
}

/** `db8:1` as `0db80001`. */
function hexOf(groups: string): string {
    const digits = groups.split(":").map((group) => group.padStart(4, "0"));
    return groups === "" ? "" : digits.join("");
}

/** The URL standard serialises an IPv6 host as RFC 5952 says, without dotted parts. */
function compressed(address: string): string {
    return new URL(`http://[${address}]`).hostname.slice(1, -1);
}
