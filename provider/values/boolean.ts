import { expected, parsed, type ValueType } from "./value-type";

/** `true` or `false`. The texts "true" and "false" are refused: Exchange's Boolean parameters refuse them, too. */
export const boolean: ValueType = {
    typescript: "boolean",
    parse: (value) => (typeof value === "boolean" ? parsed(value) : expected("true or false, without quotes")),
    print: (canonical) => canonical,
};
