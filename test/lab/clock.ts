/** Time as the lab sees it. Nothing in the lab reads the time or waits but through this. */
export interface Clock {
    now(): Date;
    /** Runs `task` after that many milliseconds; the answer takes it back. */
    after(milliseconds: number, task: () => void): () => void;
}

export const realClock: Clock = {
    now: () => new Date(),
    after(milliseconds, task) {
        const timer = setTimeout(task, milliseconds);
        timer.unref();
        return () => clearTimeout(timer);
    },
};

/** A clock that stands still until a test moves it. */
export class HandClock implements Clock {
    private tasks: { readonly at: number; readonly task: () => void }[] = [];

    constructor(private time = Date.UTC(2026, 0, 15, 8, 0, 0)) {}

    now(): Date {
        return new Date(this.time);
    }

    after(milliseconds: number, task: () => void): () => void {
        const entry = { at: this.time + milliseconds, task };
        this.tasks.push(entry);
        return () => {
            this.tasks = this.tasks.filter((other) => other !== entry);
        };
    }

    /** Moves the time on and runs what has become due, in order. */
    advance(milliseconds: number): void {
        const until = this.time + milliseconds;
        for (;;) {
            const next = this.tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
            if (next === undefined) break;
            this.tasks = this.tasks.filter((other) => other !== next);
            this.time = next.at;
            next.task();
        }
        this.time = until;
    }
}
