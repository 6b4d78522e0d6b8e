import fc from "fast-check";
import { integer } from "../../../provider/values/integer";
import { cased, mask } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/integer", () => {
    table(integer(0, 65_535), [
        ["unlimited", REFUSED],
        [-0, 0],
        [null, REFUSED],
        [[25], REFUSED],
        [-1, REFUSED],
        [65_536, REFUSED],
        [1.5, REFUSED],
        ["", REFUSED],
        [" 25", REFUSED],
        [Number.NaN, REFUSED],
        ["25", 25],
        [0, 0],
        [65_535, 65_535],
    ]);
});

describe("values/unlimited integer", () => {
    table(integer(1, 10_000, { unlimited: true }), [
        ["", REFUSED],
        [0, REFUSED],
        ["10001", REFUSED],
        ["5,000", REFUSED],
        ["infinite", REFUSED],
        [Number.POSITIVE_INFINITY, REFUSED],
        [null, REFUSED],
        ["Unlimited", "unlimited"],
        ["unlimited", "unlimited"],
        [" UNLIMITED ", "unlimited"],
        ["5000", 5000],
        [5000, 5000],
    ]);
});

const number = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 10_000 })).map((value) => ({
    meaning: String(value),
    spellings: [value, String(value), `00${value}`],
}));
const unlimited = mask.map((mask) => ({ meaning: "unlimited", spellings: ["Unlimited", cased(" unlimited ", mask)] }));

describe("values/integer, at random", () => laws("integer", integer(1, 10_000), number));
describe("values/unlimited integer, at random", () =>
    laws(
        "integer",
        integer(1, 10_000, { unlimited: true }),
        fc.oneof({ weight: 1, arbitrary: unlimited }, { weight: 9, arbitrary: number }),
    ));
