import { expected, parsed, type ValueType } from "./value-type";

/** Free text, compared letter by letter. An empty text is no value. */
export const text: ValueType = {
    typescript: "string | null",
    parse(value) {
        if (value === null || value === "") return parsed(null);
        return typeof value === "string" ? parsed(value) : expected("a text");
    },
    print: (canonical) => canonical,
};

/** The name of an object: not empty, no surrounding spaces, at most `max` characters, no wildcard. */
export function objectName(max: number): ValueType {
    const rule = `a name of 1 to ${max} characters without * ? and without spaces around it`;
    return {
        typescript: "string",
        parse: (value) =>
            typeof value === "string" && value.length > 0 && value.length <= max && !/^\s|\s$|[*?\p{Cc}]/u.test(value)
                ? parsed(value)
                : expected(rule),
        print: (canonical) => canonical,
    };
}
