import type { Clock } from "../clock.js";

/** Ends the agent when no line comes (heartbeat), or no request (idle). */
export class Life {
    private heartbeatS = 45;
    private idleS: number | null = null;
    private takeBacks: (() => void)[] = [() => {}, () => {}];

    constructor(
        private readonly clock: Clock,
        private readonly end: (why: string) => void,
    ) {
        this.line();
    }

    limits(heartbeatS: number, idleS: number): void {
        this.heartbeatS = heartbeatS;
        this.idleS = idleS;
        this.line();
        this.request();
    }

    /** A line came in, a ping for example. */
    line(): void {
        this.arm(0, this.heartbeatS, "no line within the heartbeat");
    }

    /** A request came in or was answered. */
    request(): void {
        if (this.idleS !== null) this.arm(1, this.idleS, "idle");
    }

    over(): void {
        for (const takeBack of this.takeBacks) takeBack();
    }

    private arm(which: number, seconds: number, why: string): void {
        this.takeBacks[which]?.();
        this.takeBacks[which] = this.clock.after(seconds * 1000, () => this.end(why));
    }
}
