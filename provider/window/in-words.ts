import type { Occurrence } from "./occurrence";

const MINUTE_MS = 60_000;

/** `the next window is Sat 2026-11-28 22:00-02:00 Europe/Berlin, in 3 days 4 h`. */
export function nextInWords(next: Occurrence | undefined, now: number): string {
    return next === undefined
        ? "no window opens any more"
        : `next window: ${next.text}, in ${spanInWords(next.start - now)}`;
}

/** The two largest units, rounded up to minutes: `3 days 4 h`, `4 h 12 min`, `1 min`. */
export function spanInWords(ms: number): string {
    const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS));
    const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    const parts = [
        ...(days > 0 ? [`${days} ${days === 1 ? "day" : "days"}`] : []),
        ...(hours > 0 ? [`${hours} h`] : []),
        ...(rest > 0 && days === 0 ? [`${rest} min`] : []),
    ];
    return parts.join(" ");
}
