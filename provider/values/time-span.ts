import { expected, parsed, type ValueType } from "./value-type";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Whole days that a .NET TimeSpan can hold. */
const LONGEST = 10_675_199 * DAY;

interface TimeSpanOptions {
    /** Shortest span in milliseconds, 0 when omitted. */
    readonly min?: number;
    /** Longest span in milliseconds. */
    readonly max?: number;
}

/**
 * A span of time in whole milliseconds: `"00:10:00"`, `"1.00:00:00"`, `"0:0:1.5"` or 600000. Texts that .NET reads
 * otherwise than people may are refused: `"10"` (days), `"10:00"` (hours and minutes), `"24:00:00"` (24 days).
 */
export function timeSpan({ min = 0, max = LONGEST }: TimeSpanOptions = {}): ValueType {
    const range = max === LONGEST ? `of at least ${textOf(min)}` : `from ${textOf(min)} to ${textOf(max)}`;
    return {
        typescript: "string | number",
        parse(value) {
            const span = typeof value === "string" ? millisecondsOf(value.trim()) : value;
            return typeof span === "number" && Number.isInteger(span) && span >= min && span <= max
                ? parsed(span + 0) // -0 becomes 0
                : expected(`a time span ${range}, as "hh:mm:ss", "d.hh:mm:ss" or in milliseconds`);
        },
        print: (canonical) => (typeof canonical === "number" ? textOf(canonical) : canonical),
    };
}

const SPAN = /^(?:(?<d>\d{1,8})[.:])?(?<h>[01]?\d|2[0-3]):(?<m>[0-5]?\d):(?<s>[0-5]?\d)(?:\.(?<ms>\d{1,3})0*)?$/;

function millisecondsOf(text: string): number | undefined {
    const { d = "0", h, m, s, ms = "0" } = SPAN.exec(text)?.groups ?? {};
    if (h === undefined) return undefined;
    return Number(d) * DAY + Number(h) * HOUR + Number(m) * MINUTE + Number(s) * SECOND + Number(ms.padEnd(3, "0"));
}

function textOf(span: number): string {
    const two = (unit: number, count: number) => String(Math.floor(span / unit) % count).padStart(2, "0");
    const days = span >= DAY ? `${Math.floor(span / DAY)}.` : "";
    const rest = span % SECOND === 0 ? "" : `.${String(span % SECOND).padStart(3, "0")}`;
    return `${days}${two(HOUR, 24)}:${two(MINUTE, 60)}:${two(SECOND, 60)}${rest}`;
}
