import { expect } from "chai";
import fc from "fast-check";
import { bindingOf, ipBinding } from "../../../provider/values/ip-binding";
import { addresses } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/ip binding", () => {
    table(ipBinding, [
        ["", REFUSED],
        ["0.0.0.0", REFUSED],
        ["0.0.0.0:", REFUSED],
        ["0.0.0.0:0", REFUSED],
        ["0.0.0.0:65536", REFUSED],
        ["0.0.0.0:-25", REFUSED],
        ["0.0.0.0:25.5", REFUSED],
        [":25", REFUSED],
        ["*:25", REFUSED],
        [":::25", REFUSED],
        ["2001:db8::1:587", REFUSED],
        ["[10.0.0.1]:25", REFUSED],
        ["[]:25", REFUSED],
        ["[::]", REFUSED],
        ["[::]:25:26", REFUSED],
        ["EX01:25", REFUSED],
        ["0.0.0.0 :25", REFUSED],
        [25, REFUSED],
        [null, REFUSED],
        ["0.0.0.0:25", "0.0.0.0:25"],
        [" 0.0.0.0:025 ", "0.0.0.0:25"],
        ["[::]:25", "[::]:25"],
        ["[0:0:0:0:0:0:0:0]:25", "[::]:25"],
        ["[2001:DB8::1]:587", "[2001:db8::1]:587"],
        ["[fe80::1%11]:25", "[fe80::1%11]:25"],
        ["10.0.0.1:65535", "10.0.0.1:65535"],
    ]);
});

describe("values/ip binding, parts", () => {
    it("are address, family and port", () => {
        expect(bindingOf("[2001:DB8::1]:587")).to.deep.equal({ address: "2001:db8::1", family: 6, port: 587 });
        expect(bindingOf("0.0.0.0:25")).to.deep.equal({ address: "0.0.0.0", family: 4, port: 25 });
        expect(bindingOf("0.0.0.0")).to.equal(undefined);
    });
});

const bindings = fc
    .tuple(addresses, fc.oneof(fc.constantFrom(25, 587, 65_535), fc.integer({ min: 1, max: 65_535 })))
    .map(([{ family, meaning, spellings }, port]) => ({
        meaning: `${meaning} ${port}`,
        spellings: spellings.flatMap((text) => {
            const host = family === 4 ? text.trim() : `[${text}]`;
            return [`${host}:${port}`, ` ${host}:${String(port).padStart(5, "0")} `];
        }),
    }));

describe("values/ip binding, at random", () => laws("ip-binding", ipBinding, bindings));
