import { expected, parsed, type ValueType } from "./value-type";

const UNITS: readonly string[] = ["", "KB", "MB", "GB", "TB"];
const UNLIMITED = "unlimited";

interface ByteSizeOptions {
    readonly min: number;
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
            if (unlimited && typeof value === "string" && value.trim().toLowerCase() === UNLIMITED)
                return parsed(UNLIMITED);
            const bytes =
                typeof value === "number" ? value : typeof value === "string" ? bytesOf(value.trim()) : undefined;
            return bytes !== undefined && Number.isInteger(bytes) && bytes >= min && bytes <= max
                ? parsed(wholeKilobytes(bytes))
                : expected(range);
        },
        print: (canonical) => (typeof canonical === "number" ? withUnit(Math.min(canonical, max)) : canonical),
    };
}

/** Servers round some sizes up to a whole KB (reference sheet, 2.5), so a part of one is no difference. */
function wholeKilobytes(bytes: number): number {
    return Math.ceil(bytes / 1024) * 1024;
}

function bytesOf(text: string): number | undefined {
    // The group separator of "(37,748,736 bytes)" follows the server's culture, so every non-digit in it is dropped.
    const exact = /\(([\d.,'\s\u00a0\u202f]+)\s*bytes\)$/i.exec(text);
    if (exact?.[1] !== undefined) return Number(exact[1].replaceAll(/\D/g, ""));
    const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|TB)?$/i.exec(text) ?? [];
    if (digits === undefined) return undefined;
    const power = unit === undefined || unit.toUpperCase() === "B" ? 0 : UNITS.indexOf(unit.toUpperCase());
    return Number(digits) * 1024 ** power;
}

function withUnit(bytes: number): string {
    let power = 0;
    while (power < UNITS.length - 1 && bytes > 0 && bytes % 1024 ** (power + 1) === 0) power += 1;
    return `${bytes / 1024 ** power}${UNITS[power]}`;
}
