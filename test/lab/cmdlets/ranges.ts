import type { Switches } from "../switches.js";
import { parseSize, parseUnlimitedSize, printSize, type Size, wholeKilobytes } from "../values/size.js";
import { parseTimeSpan, printTimeSpan } from "../values/time-span.js";
import { parseUnlimitedNumber } from "../values/unlimited.js";
import type { Argument } from "./argument.js";
import type { Parameter } from "./parameter.js";
import { int32, parsed } from "./parameter-types.js";

/** A whole number of that range. */
export function whole(low: number, high: number): Parameter {
    return { type: int32, fault: (value) => outside(Number(value), low, high, `${low} to ${high}`) };
}

/** The same, or unlimited; kept as text. */
export function unlimited(low: number, high: number): Parameter {
    return {
        type: parsed(parseUnlimitedNumber),
        fault: (value) =>
            value === "Unlimited" ? undefined : outside(Number(value), low, high, `${low} to ${high}, or unlimited`),
    };
}

export const port = whole(0, 65_535);

/** A time span of that range. A number is ticks of 100 ns. */
export function span(low: string, high = "10675199.00:00:00"): Parameter {
    return {
        type: {
            read(argument: Exclude<Argument, null>) {
                if (typeof argument === "number" && argument >= 0) return printTimeSpan(argument / 10_000);
                return parsed((text) => printTimeSpan(parseTimeSpan(text))).read(argument);
            },
        },
        fault: (value) =>
            outside(parseTimeSpan(String(value)), parseTimeSpan(low), parseTimeSpan(high), `${low} to ${high}`),
    };
}

export const inactivityTimeOut = span("00:00:01", "1.00:00:00");

/** 0 to 2147483647 bytes, or unlimited. */
export function size(switches: Readonly<Switches>): Parameter {
    return sizeOf(parseUnlimitedSize, switches, 0, 2_147_483_647);
}

/** A size of that range in bytes; `unlimited` is none. */
export function limitedSize(switches: Readonly<Switches>, low: number, high: number): Parameter {
    return sizeOf(parseSize, switches, low, high);
}

function sizeOf(parse: (text: string) => Size, switches: Readonly<Switches>, low: number, high: number): Parameter {
    const stored = (text: string) => {
        const asked = parse(text);
        const allowed = asked === "Unlimited" || (asked >= low && asked <= high);
        return printSize(allowed && switches.wholeKilobytes ? wholeKilobytes(asked) : asked);
    };
    // The largest size allowed may round up to 2 GB.
    const ceiling = switches.wholeKilobytes ? Number(wholeKilobytes(high)) : high;
    return {
        type: parsed(stored),
        fault: (value) =>
            value === "Unlimited"
                ? undefined
                : outside(parseSize(String(value)), low, ceiling, `${low} to ${high} bytes`),
    };
}

function outside(value: number, low: number, high: number, range: string): string | undefined {
    return value < low || value > high ? `the range is ${range}` : undefined;
}
