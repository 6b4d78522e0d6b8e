import fc from "fast-check";
import { comment, objectName, text } from "../../../provider/values/text";
import { optional } from "./arbitraries";
import { laws } from "./laws";
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

const itself = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => ({ meaning: text, spellings: [text] }));
const names = itself.filter(({ meaning }) => objectName(64).parse(meaning).ok);

describe("values/text, at random", () => laws("text", text, optional(itself)));
describe("values/comment, at random", () => laws("text", comment, optional(itself)));
describe("values/object name, at random", () => laws("text", objectName(64), names));
