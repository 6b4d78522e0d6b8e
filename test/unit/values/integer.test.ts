import { integer } from "../../../provider/values/integer";
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
