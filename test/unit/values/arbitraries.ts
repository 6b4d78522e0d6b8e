import fc from "fast-check";
import type { Spelled } from "./laws";

/** Bits that choose between spellings. */
export const mask = fc.nat(2 ** 30);

/** `text` with the letters at the bits of `mask` in the other case. */
export function cased(text: string, mask: number): string {
    return [...text].map((char, at) => ((mask >> (at % 30)) & 1 ? swapped(char) : char)).join("");
}

function swapped(char: string): string {
    return char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
}

/** Labels in Unicode and in ASCII. */
const LABELS: readonly (readonly [string, string])[] = [
    ["bücher", "xn--bcher-kva"],
    ["münchen", "xn--mnchen-3ya"],
    ["пример", "xn--e1afmkfd"],
    ["例え", "xn--r8jz45g"],
    ...["contoso", "fabrikam", "mail", "a", "b", "x_1", "a-b", "com", "0a"].map((label) => [label, label] as const),
];

/** A domain name of one to four labels. */
export const domains: fc.Arbitrary<Spelled> = fc
    .tuple(fc.array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 4 }), mask)
    .map(([labels, mask]) => {
        const unicode = labels.map(([label]) => label).join(".");
        const ascii = labels.map(([, label]) => label).join(".");
        const dot = (text: string) => (mask & 1 ? `${text}.` : text);
        return {
            meaning: ascii,
            spellings: [ascii, dot(cased(ascii, mask)), dot(cased(unicode, mask)), ` ${ascii}. `],
        };
    });

/** An address with its parts. */
export interface SpelledAddress extends Spelled {
    readonly family: 4 | 6;
    readonly bits: bigint;
    readonly spellings: readonly string[];
}

const byte = fc.oneof(fc.constantFrom(0, 1, 10, 255), fc.nat(255));

export const ipv4: fc.Arbitrary<SpelledAddress> = fc.tuple(byte, byte, byte, byte).map((bytes) => {
    const bits = bytes.reduce((bits, one) => bits * 256n + BigInt(one), 0n);
    return spelledIpv4(bits);
});

export function spelledIpv4(bits: bigint): SpelledAddress {
    const text = [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 255n)).join(".");
    return { family: 4, bits, meaning: `4 ${bits}`, spellings: [text, ` ${text} `] };
}

/** Many addresses have runs of zeros: what `::` stands for. */
export const ipv6: fc.Arbitrary<SpelledAddress> = fc
    .tuple(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), fc.nat(255), mask)
    .map(([random, zeros, mask]) => {
        const kept = [...zeros.toString(2).padStart(8, "0")].map((bit) => (bit === "1" ? "0000" : "ffff"));
        return spelledIpv6(random & BigInt(`0x${kept.join("")}`), mask);
    });

export function spelledIpv6(bits: bigint, mask: number): SpelledAddress {
    const groups = Array.from({ length: 8 }, (_, at) => Number((bits >> BigInt(112 - 16 * at)) & 0xffffn));
    const hex = groups.map((one) => one.toString(16));
    const padded = hex.map((one, at) => (mask & (1 << at) ? one.padStart(4, "0") : one));
    const dotted = [...padded.slice(0, 6), spelledIpv4(bits & 0xffff_ffffn).spellings[0]];
    const spellings = [padded.join(":"), hex.join(":"), dotted.join(":"), squeezed(padded, mask)];
    return { family: 6, bits, meaning: `6 ${bits}`, spellings: spellings.map((text) => cased(text, mask)) };
}

/** Some run of zeros, not always the longest, as `::`. */
function squeezed(groups: readonly string[], mask: number): string {
    const zero = (at: number) => /^0+$/.test(groups[at] ?? "x");
    const first = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => (at + mask) % 8).find(zero);
    if (first === undefined) return groups.join(":");
    let behind = first + 1;
    while (zero(behind)) behind += 1;
    return `${groups.slice(0, first).join(":")}::${groups.slice(behind).join(":")}`;
}

export function spelledAddress(family: 4 | 6, bits: bigint, mask: number): SpelledAddress {
    return family === 4 ? spelledIpv4(bits) : spelledIpv6(bits, mask);
}

/** Any address. */
export const addresses: fc.Arbitrary<SpelledAddress> = fc.oneof(ipv4, ipv6);

/** The same values, plus "no value" in its two spellings. */
export function optional(values: fc.Arbitrary<Spelled>): fc.Arbitrary<Spelled> {
    const none: Spelled = { meaning: "none", spellings: [null, ""] };
    return fc.oneof({ weight: 1, arbitrary: fc.constant(none) }, { weight: 9, arbitrary: values });
}
