import { setTimeout as pause } from "node:timers/promises";

/** How long a new object may take to be shown; operators' modules wait two minutes (sheet, 2.2). */
const DEADLINE_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Looks again, at growing intervals, until there is something to see or the time is up. */
export async function appeared<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
    const end = Date.now() + DEADLINE_MS;
    for (let wait = FIRST_PAUSE_MS; Date.now() + wait < end; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
        await pause(wait);
        const found = await look();
        if (found !== undefined) return found;
    }
    return undefined;
}
