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

/** Free text that does not end like the mark of a resource, which would be taken for one. */
export const comment: ValueType = {
    ...text,
    parse(value) {
        const marked = typeof value === "string" && /\[pulumi [0-9a-f]{12}\]$/.test(value);
        return marked
            ? expected("a text that does not end in a mark such as [pulumi 0123456789ab]")
            : text.parse(value);
    },
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
