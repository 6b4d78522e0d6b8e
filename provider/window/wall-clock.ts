const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
/** Precise enough for a change of the clock, which comes at a full minute. */
const SECOND_MS = 1_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall of `zone` shows at `instant`, as if that were UTC: days and minutes are counted with it. */
export function wallAt(instant: number, zone: string): number {
    const shown = Object.fromEntries(
        formatFor(zone)
            .formatToParts(instant)
            .map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The moment at which that clock first shows `wall`, or jumps over it: of a time that it shows twice in one night the
 * first counts, and one that it skips is the moment of the jump.
 */
export function firstShown(wall: number, zone: string): number {
    // No zone is a day away from UTC, and no two changes of a clock are two days apart.
    let [low, high] = [wall - DAY_MS, wall + DAY_MS];
    const [before, after] = [offsetAt(low, zone), offsetAt(high, zone)];
    if (before === after) return wall - before;
    while (high - low > SECOND_MS) {
        const middle = low + Math.floor((high - low) / 2 / SECOND_MS) * SECOND_MS;
        if (offsetAt(middle, zone) === before) low = middle;
        else high = middle;
    }
    const change = high;
    return wall - before < change ? wall - before : Math.max(change, wall - after);
}

export function isZone(zone: string): boolean {
    try {
        formatFor(zone);
        return true;
    } catch {
        return false;
    }
}

function offsetAt(instant: number, zone: string): number {
    return wallAt(instant, zone) - instant;
}

function formatFor(zone: string): Intl.DateTimeFormat {
    const known = formats.get(zone);
    if (known !== undefined) return known;
    const digits = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
    const format = new Intl.DateTimeFormat("en-US", {
        ...{ ...digits, second: "2-digit", hourCycle: "h23", calendar: "gregory", numberingSystem: "latn" },
        timeZone: zone,
    });
    formats.set(zone, format);
    return format;
}
