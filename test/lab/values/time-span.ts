import { InvalidValue } from "./invalid-value.js";

const TYPE = "Microsoft.Exchange.Data.EnhancedTimeSpan";
const FORM = /^\s*(?:(\d{1,8})\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?\s*$/;

/** Milliseconds of `hh:mm:ss` or `d.hh:mm:ss`; a bare number of text is days, as .NET reads it. */
export function parseTimeSpan(text: string): number {
    if (/^\s*\d{1,8}\s*$/.test(text)) return Number(text) * 86_400_000;
    const match = FORM.exec(text);
    if (match === null) throw new InvalidValue(text, TYPE, "isn't a time span");
    const [days, hours, minutes, seconds] = [match[1], match[2], match[3], match[4]].map((part) => Number(part ?? 0));
    if ((hours ?? 0) > 23 || (minutes ?? 0) > 59 || (seconds ?? 0) > 59) {
        throw new InvalidValue(text, TYPE, "a part is out of range");
    }
    const fraction = Number(`0.${match[5] ?? 0}`) * 1000;
    return ((days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000 + fraction;
}

/** `00:10:00`, `1.00:00:00`; a fraction of a second is printed with seven digits. */
export function printTimeSpan(milliseconds: number): string {
    const whole = Math.floor(milliseconds / 1000);
    const days = Math.floor(whole / 86_400);
    const clock = [Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60]
        .map((part) => String(part).padStart(2, "0"))
        .join(":");
    const ticks = Math.round((milliseconds - whole * 1000) * 10_000);
    return (days > 0 ? `${days}.` : "") + clock + (ticks > 0 ? `.${String(ticks).padStart(7, "0")}` : "");
}
