import fc from "fast-check";
import { boolean } from "../../../provider/values/boolean";
import { laws } from "./laws";
import { REFUSED, table } from "./table";

describe("values/boolean", () => {
    table(boolean, [
        ["true", REFUSED],
        [1, REFUSED],
        [null, REFUSED],
        [undefined, REFUSED],
        [true, true],
        [false, false],
    ]);
});

describe("values/boolean, at random", () =>
    laws(
        "boolean",
        boolean,
        fc.boolean().map((value) => ({ meaning: String(value), spellings: [value] })),
    ));
