import { DAYS } from "./days";
import { DAY_MS, isZone } from "./wall-clock";

/** Times at which changes are allowed, by the clock on the wall of one zone. */
export interface Window {
    /** As it was written. */
    readonly text: string;
    /** Days on which it begins: of the week (0 is Sunday), or one date as days since 1970. */
    readonly days: ReadonlySet<number> | { readonly date: number };
    /** Minutes since midnight. Ends on the next day where `to` is not after `from`. */
    readonly from: number;
    readonly to: number;
    /** As written, e.g. `Europe/Berlin`. */
    readonly zone: string;
}

const SHAPE = /^(\S+) +(\d{2}):(\d{2})[-–](\d{2}):(\d{2})(?: +(\S+))?$/;
const EXAMPLE = "write it like 'Sat 22:00-02:00 Europe/Berlin'";

/** One window, or what is wrong with its text. */
export function readWindow(text: string): Window | { readonly problem: string } {
    const [, days = "", ...rest] = SHAPE.exec(text.trim()) ?? [];
    if (days === "") return { problem: `'${text}' is no window: ${EXAMPLE}` };
    const [fromHour, fromMinute, toHour, toMinute] = rest.slice(0, 4).map(Number);
    const zone = rest[4];
    const from = minutesOf(fromHour, fromMinute);
    const to = minutesOf(toHour, toMinute);
    const on = daysOf(days);
    if (typeof on === "string") return { problem: on };
    if (from === undefined || from === 24 * 60)
        return { problem: `'${text}' begins at no time of a day: 00:00 to 23:59` };
    if (to === undefined) return { problem: `'${text}' ends at no time of a day: 00:00 to 24:00` };
    if (from === to) return { problem: `'${text}' ends when it begins: a whole day is 00:00-24:00` };
    if (zone === undefined) return { problem: `'${text}' names no time zone: ${EXAMPLE}` };
    // A name such as EST stands for no place, so it knows no summer time; an offset neither.
    if (!(zone === "UTC" || /^[A-Za-z_]+\//.test(zone)) || !isZone(zone)) {
        return { problem: `'${zone}' is not the name of a time zone such as Europe/Berlin, America/New_York or UTC` };
    }
    return { text: text.trim(), days: on, from, to, zone };
}

function minutesOf(hour = 99, minute = 99): number | undefined {
    const minutes = hour * 60 + minute;
    return minute < 60 && minutes <= 24 * 60 ? minutes : undefined;
}

function daysOf(text: string): Window["days"] | string {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    if (day !== undefined) {
        const date = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
        return exists ? { date: date.getTime() / DAY_MS } : `there is no date ${year}-${month}-${day}`;
    }
    if (text.toLowerCase() === "daily") return new Set(DAYS.keys());
    const found = new Set<number>();
    for (const part of text.split(",")) {
        const ends = part.split("-");
        const [first, last] = [numberOf(ends[0]), numberOf(ends.at(-1))];
        if (first < 0 || last < 0 || ends.length > 2) {
            return `'${part}' is no day: write ${DAYS.join(", ")}, Mon-Fri, Sat,Sun (no blank), daily, or a date such as 2026-11-28`;
        }
        for (let at = 0; at <= (last - first + 7) % 7; at += 1) found.add((first + at) % 7);
    }
    return found;
}

function numberOf(day = ""): number {
    return DAYS.findIndex((name) => name.toLowerCase() === day.toLowerCase());
}
