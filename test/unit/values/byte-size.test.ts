import { byteSize } from "../../../provider/values/byte-size";
import { REFUSED, table } from "./table";

const MAX = 2_147_483_647;

describe("values/byte size", () => {
    table(byteSize({ min: 0, max: MAX, unlimited: true }), [
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
        [1, 1024],
    ]);
});
