import { isUnlimited, UNLIMITED } from "./unlimited";
import { expected, parsed, type ValueType } from "./value-type";

const UNITS: readonly string[] = ["", "KB", "MB", "GB", "TB"];

interface ByteSizeOptions {
    /** Smallest size in bytes. */
    readonly min: number;
    /** Largest size in bytes. */
    readonly max: number;
    /** The type is `Unlimited<ByteQuantifiedSize>`. */
    readonly unlimited?: boolean;
}

/** A size in bytes: `37748736`, `"36MB"`, `"36 MB"`, `"36 MB (37,748,736 bytes)"`, `"Unlimited"` where allowed. */
export function byteSize({ min, max, unlimited = false }: ByteSizeOptions): ValueType {
    const range = `a size from ${min} to ${max} bytes such as "36MB" or 37748736${unlimited ? ', or "unlimited"' : ""}`;
    return {
        typescript: "string | number",
        parse(value) {
            if (unlimited && isUnlimited(value)) return parsed(UNLIMITED);
            const exact = exactBytes(value);
            const bytes = exact ?? bytesOf(value);
            // What a server answers may be the rounded form of the largest size.
            const limit = exact === undefined ? max : wholeKilobytes(max);
            return bytes !== undefined && Number.isInteger(bytes) && bytes >= min && bytes <= limit
                ? parsed(wholeKilobytes(bytes))
                : expected(range);
        },
        print: (canonical) => (typeof canonical === "number" ? withUnit(Math.min(canonical, max)) : canonical),
    };
}

/** Servers round some sizes up to a whole KB (reference sheet, 2.5), so a part of one is no difference. */
function wholeKilobytes(bytes: number): number {
    return Math.ceil(bytes / 1024) * 1024 + 0; // -0 becomes 0
}

/** `36 MB (37,748,736 bytes)`, as servers print it: the group separator follows their culture. */
function exactBytes(value: unknown): number | undefined {
    const answer = /^[\d.,'’٫\s]+(?:B|KB|MB|GB|TB)\s*\((\d[\d.,'’٬\s]*)bytes\)$/i;
    const digits = typeof value === "string" ? answer.exec(value.trim())?.[1] : undefined;
    return digits === undefined ? undefined : Number(digits.replaceAll(/\D/g, ""));
}

function bytesOf(value: unknown): number | undefined {
    if (typeof value === "number") return value;
    if (typeof value !== "string") return undefined;
    const [, digits, unit = "B"] = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|TB)?$/i.exec(value.trim()) ?? [];
    const power = unit.toUpperCase() === "B" ? 0 : UNITS.indexOf(unit.toUpperCase());
    return digits === undefined ? undefined : Number(digits) * 1024 ** power;
}

function withUnit(bytes: number): string {
    let power = 0;
    while (power < UNITS.length - 1 && bytes > 0 && bytes % 1024 ** (power + 1) === 0) power += 1;
    return `${bytes / 1024 ** power}${UNITS[power]}`;
}
