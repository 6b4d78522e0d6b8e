import { setTimeout as wait } from "node:timers/promises";

/** What `look` finds once it finds nothing, or what it still finds when the time is up. For what tells nobody of itself. */
export async function untilNone<T>(look: () => readonly T[], ms: number): Promise<readonly T[]> {
    const end = performance.now() + ms;
    let found = look();
    while (found.length > 0 && performance.now() < end) {
        await wait(20);
        found = look();
    }
    return found;
}

/** `work`, or an error that says what did not happen in time. */
export async function inTime<T>(work: Promise<T>, ms: number, what: () => string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`Not within ${ms} ms: ${what()}`)), ms);
    });
    try {
        return await Promise.race([work, late]);
    } finally {
        clearTimeout(timer);
    }
}
