import { isUnlimited, UNLIMITED } from "./unlimited";
import { expected, parsed, type ValueType } from "./value-type";

interface IntegerOptions {
    /** The type is `Unlimited<Int32>`. */
    readonly unlimited?: boolean;
}

/** A whole number from `min` to `max`, or "unlimited" where allowed; the server may answer with its decimal text. */
export function integer(min: number, max: number, { unlimited = false }: IntegerOptions = {}): ValueType {
    const range = `a whole number from ${min} to ${max}${unlimited ? ' or "unlimited"' : ""}`;
    return {
        typescript: unlimited ? 'number | "unlimited" | "Unlimited"' : "number",
        parse(value) {
            if (unlimited && isUnlimited(value)) return parsed(UNLIMITED);
            const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
            return typeof number === "number" && Number.isInteger(number) && number >= min && number <= max
                ? parsed(number + 0) // -0 becomes 0
                : expected(range);
        },
        print: (canonical) => canonical,
    };
}
