import type { Clock } from "../../../provider/session/clock";

/** The system's clock, by which waiting can be made shorter. */
export class HurryClock implements Clock {
    /** So many times faster than it should. */
    speed = 1;

    constructor(private readonly inner: Clock) {}

    now(): number {
        return this.inner.now();
    }

    after(ms: number, run: () => void, background?: "background"): () => void {
        return this.inner.after(ms / this.speed, run, background);
    }
}
