import type { Clock } from "../../provider/session/clock";

/** Time passes when the test says so. */
export class HandClock implements Clock {
    #now = 0;
    #timers: { readonly at: number; readonly run: () => void }[] = [];

    now(): number {
        return this.#now;
    }

    after(ms: number, run: () => void): () => void {
        const timer = { at: this.#now + ms, run };
        this.#timers.push(timer);
        return () => {
            this.#timers = this.#timers.filter((other) => other !== timer);
        };
    }

    get pending(): number {
        return this.#timers.length;
    }

    /** Runs what falls due within `ms`, in order, letting promises settle in between. */
    async advance(ms: number): Promise<void> {
        const end = this.#now + ms;
        for (;;) {
            await settle();
            const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
            if (next === undefined) break;
            this.#timers = this.#timers.filter((other) => other !== next);
            this.#now = next.at;
            next.run();
        }
        this.#now = end;
        await settle();
    }
}

/** Until every promise that can settle without time or I/O has. */
export function settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
