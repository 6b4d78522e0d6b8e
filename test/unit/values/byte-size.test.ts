import fc from "fast-check";
import { byteSize } from "../../../provider/values/byte-size";
import { cased, mask } from "./arbitraries";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

const MAX = 2_147_483_647;

describe("values/byte size", () => {
    table(byteSize({ min: 0, max: MAX, unlimited: true }), [
        ["2147483648", REFUSED],
        [2_147_483_648, REFUSED],
        ["3 GB (3,221,225,472 bytes)", REFUSED],
        ["x (5 bytes)", REFUSED],
        ["36 MB (bytes)", REFUSED],
        ["36 MB (36 MB)", REFUSED],
        ["1e3", REFUSED],
        ["0x10", REFUSED],
        ["1,5 MB", REFUSED],
        ["37,748,736", REFUSED],
        ["36 MB 5", REFUSED],
        ["MB", REFUSED],
        [Number.POSITIVE_INFINITY, REFUSED],
        ["9".repeat(400), REFUSED],
        [true, REFUSED],
        [["36MB"], REFUSED],
        ["2 GB (2,147,483,648 bytes)", 2_147_483_648],
        ["1.5 MB (1,572,864 bytes)", 1_572_864],
        ["1,5 MB (1.572.864 bytes)", 1_572_864],
        ["36 MB (37’748’736 bytes)", 37_748_736],
        ["36 MB (37\u202f748\u202f736 bytes)", 37_748_736],
        ["36 MB (3,77,48,736 bytes)", 37_748_736],
        ["0 B (0 bytes)", 0],
        ["1.5 MB", 1_572_864],
        [-0, 0],
        ["1024B", 1024],
        [1025, 2048],
        ["", REFUSED],
        ["-1", REFUSED],
        ["36 MiB", REFUSED],
        ["2GB", REFUSED],
        [1.5, REFUSED],
        ["1.3B", REFUSED],
        [null, REFUSED],
        ["UNLIMITED", "unlimited"],
        ["36 MB (37,748,736 bytes)", 37_748_736],
        ["36 MB (37.748.736 bytes)", 37_748_736],
        ["36 MB (37\u00a0748\u00a0736 bytes)", 37_748_736],
        ["35.21 MB (36,920,525 bytes)", 36_921_344],
        [1000, 1024],
        ["36MB", 37_748_736],
        ["36 mb", 37_748_736],
        ["1.5KB", 2048],
        ["0", 0],
        [0, 0],
        ["37748736", 37_748_736],
        [2_147_483_647, 2_147_483_648],
    ]);
});

describe("values/limited size", () => {
    table(byteSize({ min: 65_536, max: MAX }), [
        ["unlimited", REFUSED],
        [65_535, REFUSED],
        ["64KB", 65_536],
    ]);
});

describe("values/header size", () => {
    table(byteSize({ min: 1, max: MAX }), [
        [0, REFUSED],
        ["0 B (0 bytes)", REFUSED],
        ["1B", 1024],
        ["2 GB (2,147,483,648 bytes)", 2_147_483_648],
        [1, 1024],
    ]);
});

/** Bytes grouped as in some cultures. */
function grouped(bytes: number, separator: string): string {
    return String(bytes).replaceAll(/\B(?=(\d{3})+$)/g, separator);
}

/** Every number of bytes within the same whole KB means the same. */
const sizes = fc
    .tuple(
        fc.oneof(
            fc.nat(2 ** 21),
            fc.nat(64).map((megabytes) => megabytes * 1024),
            fc.nat(3),
        ),
        fc.nat(1023),
        fc.constantFrom(",", ".", "'", "’", "\u00a0", "\u202f", " "),
    )
    .map(([kilobytes, less, separator]) => {
        const bytes = kilobytes * 1024;
        const written = Math.min(MAX, Math.max(bytes - less, 0));
        const part = kilobytes === 0 ? 0 : written;
        const whole = kilobytes === 2 ** 21 ? part : bytes;
        const megabytes = bytes / 1024 ** 2;
        const spellings = [
            part,
            `${part}`,
            `${part} B`,
            `${megabytes.toFixed(2)} MB (${grouped(bytes, separator)} bytes)`,
            whole,
        ];
        const units =
            whole === bytes
                ? [`${kilobytes}KB`, ` ${kilobytes} kb `, `${megabytes}MB`, `${megabytes / 1024} GB`].filter(
                      (text) => !text.includes("e-"),
                  )
                : [];
        return { meaning: `${kilobytes}`, spellings: [...spellings, ...units] };
    });
const unlimited = mask.map((mask) => ({ meaning: "unlimited", spellings: ["Unlimited", cased("unlimited", mask)] }));

describe("values/byte size, at random", () =>
    laws(
        "byte-size",
        byteSize({ min: 0, max: MAX, unlimited: true }),
        fc.oneof({ weight: 1, arbitrary: unlimited }, { weight: 9, arbitrary: sizes }),
    ));
