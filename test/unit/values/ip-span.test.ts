import { expect } from "chai";
import { ipSpan } from "../../../provider/values/ip-range";
import { contains, type IpSpan, overlaps, sameSpan, sizeOf } from "../../../provider/values/ip-span";

function span(range: string): IpSpan {
    const found = ipSpan(range);
    if (found === undefined) throw new Error(`${range} is no range`);
    return found;
}

/** Two ranges; how the first stands to the second. */
const rows: readonly [string, string, "same" | "contains" | "inside" | "crosses" | "apart"][] = [
    ["0.0.0.0/0", "::/0", "apart"],
    ["10.0.0.1", "::ffff:10.0.0.1", "apart"],
    ["10.0.0.0-10.0.0.9", "10.0.0.10-10.0.0.20", "apart"],
    ["fe80::1%1", "fe80::1%2", "apart"],
    ["10.0.0.0-10.0.0.9", "10.0.0.9-10.0.0.20", "crosses"],
    ["fe80::%1-fe80::9%1", "fe80::5-fe80::20", "crosses"],
    ["10.0.0.0/24", "10.0.0.0(255.255.255.0)", "same"],
    ["fe80::/64", "fe80::-fe80::ffff:ffff:ffff:ffff", "same"],
    ["10.0.0.0/8", "10.1.0.0/16", "contains"],
    ["10.0.0.0/24", "10.0.0.255", "contains"],
    ["::/0", "fe80::1%11", "contains"],
    ["10.0.0.0/25", "10.0.0.0/24", "inside"],
];

describe("values/ip span", () => {
    for (const [a, b, relation] of rows) {
        it(`${a} and ${b}: ${relation}`, () => {
            const [one, other] = [span(a), span(b)];
            expect({
                contains: contains(one, other),
                inside: contains(other, one),
                overlaps: overlaps(one, other),
                swapped: overlaps(other, one),
                same: sameSpan(one, other),
            }).to.deep.equal({
                contains: relation === "contains" || relation === "same",
                inside: relation === "inside" || relation === "same",
                overlaps: relation !== "apart",
                swapped: relation !== "apart",
                same: relation === "same",
            });
        });
    }

    it("counts its addresses", () => {
        expect(sizeOf(span("10.0.0.1"))).to.equal(1n);
        expect(sizeOf(span("10.0.0.0/24"))).to.equal(256n);
        expect(sizeOf(span("::/0"))).to.equal(2n ** 128n);
    });

    it("of an address inside of its own block is the whole block", () => {
        expect(ipSpan("10.0.0.5/24")).to.deep.equal(ipSpan("10.0.0.0/24"));
        expect(ipSpan("10.0.0.5(255.0.0.0)")).to.deep.equal(ipSpan("10.0.0.0/8"));
    });

    for (const range of ["", "10.0.0.5/33", "10.0.0.9-10.0.0.1", null]) {
        it(`${JSON.stringify(range)} has none`, () => expect(ipSpan(range)).to.equal(undefined));
    }
});
