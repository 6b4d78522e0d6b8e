import { expect } from "chai";
import { coversAll, spansOf, without } from "../../../provider/resources/receive-connector/coverage";
import { spanText } from "../../../provider/values/ip-span";
import { canonical } from "./canonical";
import { ALL_V4, ALL_V6 } from "./organisation";

const spans = (...remoteIpRanges: string[]) => spansOf(canonical({ remoteIpRanges }));

const whole: readonly (readonly [family: 4 | 6, ranges: readonly string[], all: boolean])[] = [
    [4, [], false],
    [4, [ALL_V4], true],
    [4, [ALL_V6], false],
    [4, ["0.0.0.0/0"], true],
    [4, ["128.0.0.0/1", "0.0.0.0/1"], true],
    [4, ["0.0.0.0/1", "128.0.0.0/2", "160.0.0.0-255.255.255.255"], true],
    [4, ["0.0.0.0/1", "10.0.0.0/8"], false],
    [4, ["0.0.0.1-255.255.255.255"], false],
    [4, ["0.0.0.0-255.255.255.254"], false],
    [4, ["0.0.0.0-10.0.0.0", "10.0.0.2-255.255.255.255"], false],
    [6, [ALL_V6], true],
    [6, ["::/1", "8000::/1", ALL_V4], true],
    [6, ["::1/128"], false],
];

const left: readonly (readonly [from: string, taken: readonly string[], left: readonly string[]])[] = [
    ["10.0.0.0/24", [], ["10.0.0.0-10.0.0.255"]],
    ["10.0.0.0/24", ["10.0.0.0/24"], []],
    ["10.0.0.0/24", [ALL_V4], []],
    ["10.0.0.0/24", [ALL_V6], ["10.0.0.0-10.0.0.255"]],
    ["10.0.0.0/24", ["10.0.0.0/25"], ["10.0.0.128-10.0.0.255"]],
    ["10.0.0.0/24", ["10.0.0.7"], ["10.0.0.0-10.0.0.6", "10.0.0.8-10.0.0.255"]],
    ["10.0.0.0/24", ["9.9.9.9-10.0.0.0", "10.0.0.2-10.0.0.255"], ["10.0.0.1"]],
    ["10.0.0.5", ["10.0.0.5"], []],
    ["fe80::1", ["fe80::1%11"], ["fe80::1"]],
    ["fe80::1%11", ["fe80::/10"], []],
];

describe("addresses that ranges cover", () => {
    for (const [family, ranges, all] of whole) {
        it(`IPv${family}: ${ranges.join(", ") || "none"} -> ${all}`, () =>
            expect(coversAll(family, spans(...ranges))).to.equal(all));
    }

    for (const [from, taken, rest] of left) {
        it(`${from} without ${taken.join(", ") || "any"} -> ${rest.join(", ") || "none"}`, () => {
            const parts = spans(from).flatMap((one) => without(one, spans(...taken)));
            expect(parts.map(spanText)).to.deep.equal(rest);
        });
    }
});
