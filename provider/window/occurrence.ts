import { DAYS } from "./days";
import { DAY_MS, firstShown, wallAt } from "./wall-clock";
import type { Window } from "./window";

/** One time at which a window is open: from `start` up to, and not including, `end`, in milliseconds since 1970. */
export interface Occurrence {
    readonly start: number;
    readonly end: number;
    /** E.g. `Sat 2026-11-28 22:00-02:00 Europe/Berlin`. */
    readonly text: string;
}

const MINUTE_MS = 60_000;
/** A weekly window may lose one night to a change of the clock. */
const DAYS_AHEAD = 15;

/** The occurrence under way, or else the next one; undefined where there will be none. */
export function nextOccurrence(window: Window, now: number): Occurrence | undefined {
    for (const day of daysFrom(window, now)) {
        const occurrence = occurrenceOn(window, day);
        if (occurrence.end > now && occurrence.end > occurrence.start) return occurrence;
    }
    return undefined;
}

function daysFrom({ days, zone }: Window, now: number): readonly number[] {
    if ("date" in days) return [days.date];
    // Yesterday's may go on over midnight.
    const first = Math.floor(wallAt(now, zone) / DAY_MS) - 1;
    return Array.from({ length: DAYS_AHEAD }, (_, at) => first + at).filter((day) => days.has(weekday(day)));
}

function occurrenceOn({ from, to, zone }: Window, day: number): Occurrence {
    const ends = day * DAY_MS + to * MINUTE_MS + (to > from ? 0 : DAY_MS);
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    return {
        start: firstShown(day * DAY_MS + from * MINUTE_MS, zone),
        end: firstShown(ends, zone),
        text: `${DAYS[weekday(day)]} ${date} ${clock(from)}-${clock(to)} ${zone}`,
    };
}

/** 1970-01-01 was a Thursday. */
function weekday(day: number): number {
    return (((day + 4) % 7) + 7) % 7;
}

function clock(minutes: number): string {
    return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
