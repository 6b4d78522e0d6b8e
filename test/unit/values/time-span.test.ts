import { timeSpan } from "../../../provider/values/time-span";
import { REFUSED, table } from "./table";

describe("values/time span", () => {
    table(timeSpan({ min: 1000, max: 86_400_000 }), [
        ["", REFUSED],
        ["10", REFUSED],
        ["10:00", REFUSED],
        ["24:00:00", REFUSED],
        ["00:60:00", REFUSED],
        ["00:00:60", REFUSED],
        ["00:00:00", REFUSED],
        ["1.00:00:01", REFUSED],
        ["-00:10:00", REFUSED],
        ["00:10:00 h", REFUSED],
        ["PT10M", REFUSED],
        ["00:00:01,5", REFUSED],
        ["00:00:01.0005", REFUSED],
        ["600000", REFUSED],
        [999, REFUSED],
        [1000.5, REFUSED],
        [86_400_001, REFUSED],
        [Number.NaN, REFUSED],
        [null, REFUSED],
        [true, REFUSED],
        [["00:10:00"], REFUSED],
        ["00:10:00", 600_000],
        ["0:10:00", 600_000],
        ["0:10:0", 600_000],
        [" 00:10:00 ", 600_000],
        ["00:10:00.0000000", 600_000],
        ["0.00:10:00", 600_000],
        [600_000, 600_000],
        ["1.00:00:00", 86_400_000],
        ["1:00:00:00", 86_400_000],
        ["00:00:01.5", 1500],
        ["00:00:01.0010000", 1001],
        ["23:59:59", 86_399_000],
    ]);
});

describe("values/time span without bounds", () => {
    table(timeSpan(), [
        ["10675200.00:00:00", REFUSED],
        [-1, REFUSED],
        ["00:00:00", 0],
        [-0, 0],
        ["7.00:00:00", 604_800_000],
        ["10675199.00:00:00", 922_337_193_600_000],
    ]);
});
