import { expected, parsed, type ValueType } from "./value-type";

/** A whole number from `min` to `max`; the server may answer with its decimal text. */
export function integer(min: number, max: number): ValueType {
    const range = `a whole number from ${min} to ${max}`;
    return {
        typescript: "number",
        parse(value) {
            const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
            return typeof number === "number" && Number.isInteger(number) && number >= min && number <= max
                ? parsed(number)
                : expected(range);
        },
        print: (canonical) => canonical,
    };
}
