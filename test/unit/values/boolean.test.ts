import { boolean } from "../../../provider/values/boolean";
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
