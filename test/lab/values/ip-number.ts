import { isIP, isIPv4, SocketAddress } from "node:net";

/** An address as a number that can be compared; addresses of another family or scope never meet it. */
export interface IpNumber {
    readonly family: 4 | 6;
    /** `%scope` of an IPv6 address, without the mark. */
    readonly scope: string;
    readonly value: bigint;
}

export function bitsOf(family: 4 | 6): number {
    return family === 4 ? 32 : 128;
}

/** undefined: the text is no address. */
export function ipNumber(text: string): IpNumber | undefined {
    if (isIP(text) === 0) return undefined;
    if (isIPv4(text)) return { family: 4, scope: "", value: bytes(text.split(".")) };
    const [address = "", scope = ""] = text.split("%");
    const dotted = /^(.*:)([\d.]+)$/.exec(address);
    const tail = dotted?.[2]?.includes(".") === true ? hextets(dotted[2]) : undefined;
    const [head = "", rest] = (tail === undefined ? address : `${dotted?.[1]}${tail}`).split("::");
    const left = groups(head);
    const right = rest === undefined ? [] : groups(rest);
    const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
    const value = [...left, ...zeros, ...right].reduce((all, group) => (all << 16n) | BigInt(`0x${group}`), 0n);
    return { family: 6, scope, value };
}

function groups(text: string): string[] {
    return text === "" ? [] : text.split(":");
}

function bytes(parts: readonly string[]): bigint {
    return parts.reduce((all, part) => (all << 8n) | BigInt(part), 0n);
}

function hextets(dotted: string): string {
    const value = bytes(dotted.split("."));
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

/** As .NET prints an address: lower case, the longest run of zeros shortened. */
export function printIp(text: string): string {
    const [address = "", scope] = text.split("%");
    const plain = new SocketAddress({ address, family: isIPv4(address) ? "ipv4" : "ipv6" }).address;
    return scope === undefined ? plain : `${plain}%${scope}`;
}
