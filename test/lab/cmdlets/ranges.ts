import type { Switches } from "../switches.js";
import { parseSize, parseUnlimitedSize, printSize, wholeKilobytes } from "../values/size.js";
import { parseTimeSpan, printTimeSpan } from "../values/time-span.js";
import type { Argument } from "./argument.js";
import type { Parameter } from "./parameter.js";
import { int32, parsed } from "./parameter-types.js";

export const port: Parameter = {
    type: int32,
    fault: (value) => (Number(value) < 0 || Number(value) > 65_535 ? "the range is 0 to 65535" : undefined),
};

/** `00:00:01` to one day. A number is ticks of 100 ns. */
export const inactivityTimeOut: Parameter = {
    type: {
        read(argument: Exclude<Argument, null>) {
            if (typeof argument === "number") return printTimeSpan(argument / 10_000);
            return parsed((text) => printTimeSpan(parseTimeSpan(text))).read(argument);
        },
    },
    fault(value) {
        const span = parseTimeSpan(String(value));
        return span < 1000 || span > 86_400_000 ? "the range is 00:00:01 to 1.00:00:00" : undefined;
    },
};

/** 0 to 2147483647 bytes, or unlimited. */
export function size(switches: Readonly<Switches>): Parameter {
    const stored = (text: string) => {
        const asked = parseUnlimitedSize(text);
        if (typeof asked === "number" && asked > 2_147_483_647) return printSize(asked);
        return printSize(switches.wholeKilobytes ? wholeKilobytes(asked) : asked);
    };
    return {
        type: parsed(stored),
        fault(value) {
            // The largest size allowed rounds up to 2 GB.
            const tooLarge = value !== "Unlimited" && parseSize(String(value)) > 2_147_483_648;
            return tooLarge ? "the range is 0 to 2147483647 bytes" : undefined;
        },
    };
}
