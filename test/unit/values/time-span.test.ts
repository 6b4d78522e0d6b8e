import fc from "fast-check";
import { timeSpan } from "../../../provider/values/time-span";
import { laws } from "./laws";
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

const DAY = 86_400_000;
const spans = fc
    .oneof(
        fc.nat(3),
        fc.nat(20).map((minutes) => minutes * 60_000),
        fc.nat(DAY),
        fc.nat(400).map((days) => days * DAY),
        fc.nat(100 * DAY),
    )
    .map((span) => {
        const [d, h, m, s] = [
            Math.floor(span / DAY),
            Math.floor(span / 3_600_000) % 24,
            Math.floor(span / 60_000) % 60,
            Math.floor(span / 1000) % 60,
        ];
        const fraction = (span % 1000) / 1000;
        const tail = fraction === 0 ? "" : fraction.toFixed(3).slice(1);
        const two = (part: number) => String(part).padStart(2, "0");
        const time = `${two(h)}:${two(m)}:${two(s)}${tail}`;
        const short = d === 0 ? [time, `${h}:${m}:${s}${tail}`] : [];
        return {
            meaning: String(span),
            spellings: [
                span,
                `${d}.${time}`,
                `${d}:${h}:${m}:${s}${tail}`,
                ` ${d}.${two(h)}:${m}:${s}${tail === "" ? ".0" : tail}0000 `,
                ...short,
            ],
        };
    });

describe("values/time span, at random", () => laws("time-span", timeSpan(), spans));
