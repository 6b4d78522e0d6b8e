import fc from "fast-check";
import { ipRange } from "../../../provider/values/ip-range";
import { addresses, mask, type SpelledAddress, spelledAddress } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/ip range", () => {
    table(ipRange, [
        ["", REFUSED],
        ["10.0.0.9-10.0.0.1", REFUSED],
        ["10.0.0.1-::1", REFUSED],
        ["10.0.0.1-", REFUSED],
        ["-10.0.0.1", REFUSED],
        ["10.0.0.1-10.0.0.2-10.0.0.3", REFUSED],
        ["10.0.0.5/24", REFUSED],
        ["10.0.0.0/33", REFUSED],
        ["2001:db8::/129", REFUSED],
        ["10.0.0.0/", REFUSED],
        ["10.0.0.0/-1", REFUSED],
        ["10.0.0.0/255.255.255.0", REFUSED],
        ["10.0.0.0(255.0.255.0)", REFUSED],
        ["10.0.0.5(255.255.255.0)", REFUSED],
        ["10.0.0.0(255.255.255.0", REFUSED],
        ["10.0.0.0 255.255.255.0)", REFUSED],
        ["10.0.0.0/24)", REFUSED],
        ["10.0.0.0(ffff::)", REFUSED],
        ["10.0.0.0(24)", REFUSED],
        ["10.0.0.*", REFUSED],
        ["10.0.0", REFUSED],
        ["fe80::1%1-fe80::2%2", REFUSED],
        ["10.0.0.1 10.0.0.2", REFUSED],
        ["10.0.0.1,10.0.0.2", REFUSED],
        [null, REFUSED],
        [[], REFUSED],
        ["10.0.0.1", "10.0.0.1"],
        ["10.0.0.1-10.0.0.1", "10.0.0.1"],
        ["10.0.0.1/32", "10.0.0.1"],
        ["10.0.0.1(255.255.255.255)", "10.0.0.1"],
        [" 10.0.0.1 - 10.0.0.9 ", "10.0.0.1-10.0.0.9"],
        ["10.0.0.0/24", "10.0.0.0-10.0.0.255"],
        ["10.0.0.0(255.255.255.0)", "10.0.0.0-10.0.0.255"],
        ["10.0.0.0 (255.255.255.0)", "10.0.0.0-10.0.0.255"],
        ["0.0.0.0/0", "0.0.0.0-255.255.255.255"],
        ["0.0.0.0(0.0.0.0)", "0.0.0.0-255.255.255.255"],
        ["::/0", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
        ["2001:DB8::/32", "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"],
        ["2001:db8::(ffff:ffff::)", "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"],
        ["fe80::%11/126", "fe80::%11-fe80::3%11"],
        ["::ffff:10.0.0.0/120", "::ffff:10.0.0.0-::ffff:10.0.0.255"],
    ]);
});

/** Each text before one of the others. */
function joined(low: SpelledAddress, sign: string, high: readonly string[], end = ""): string[] {
    return low.spellings.map((text, at) => `${text.trim()}${sign}${high[at % high.length]?.trim()}${end}`);
}

const between = fc.tuple(addresses, addresses, mask).map(([a, b, mask]) => {
    const same = spelledAddress(a.family, b.bits % 2n ** (a.family === 4 ? 32n : 128n), mask);
    const [low, high] = a.bits < same.bits ? [a, same] : [same, a];
    return {
        meaning: `${low.meaning}-${high.bits}`,
        spellings: [...joined(low, "-", high.spellings), ...joined(low, " - ", high.spellings)],
    };
});

const blocks = fc.tuple(addresses, fc.nat(128), mask).map(([{ family, bits }, length, mask]) => {
    const width = family === 4 ? 32 : 128;
    const prefix = length % (width + 1);
    const host = 2n ** BigInt(width - prefix) - 1n;
    const low = spelledAddress(family, bits & ~host, mask);
    const high = spelledAddress(family, bits | host, mask);
    const netmask = spelledAddress(family, 2n ** BigInt(width) - 1n - host, mask);
    return {
        meaning: `${low.meaning}-${high.bits}`,
        spellings: [
            ...joined(low, "/", [String(prefix)]),
            ...joined(low, "-", high.spellings),
            ...joined(low, "(", netmask.spellings, ")"),
            ...joined(low, " ( ", netmask.spellings, " ) "),
            ...(prefix === width ? low.spellings : []),
        ],
    };
});

describe("values/ip range, at random", () => laws("ip-range", ipRange, fc.oneof(between, blocks)));
