import { comment, objectName, text } from "../../../provider/values/text";
import { REFUSED, table } from "./table";

describe("values/text", () => {
    table(text, [
        [undefined, REFUSED],
        [5, REFUSED],
        ["", null],
        [null, null],
        ["It's $(whoami) `x`", "It's $(whoami) `x`"],
    ]);
});

describe("values/object name", () => {
    table(objectName(64), [
        ["", REFUSED],
        [" x", REFUSED],
        ["x ", REFUSED],
        ["a*", REFUSED],
        ["a?", REFUSED],
        ["a\nb", REFUSED],
        ["x".repeat(65), REFUSED],
        [null, REFUSED],
        ["x".repeat(64), "x".repeat(64)],
        ["Zu Müller (TLS)", "Zu Müller (TLS)"],
    ]);
});

describe("values/comment", () => {
    table(comment, [
        ["x [pulumi 0123456789ab]", REFUSED],
        [5, REFUSED],
        ["", null],
        [null, null],
        ["[pulumi 0123456789ab] x", "[pulumi 0123456789ab] x"],
        ["[pulumi 0123456789AB]", "[pulumi 0123456789AB]"],
    ]);
});
