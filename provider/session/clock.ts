/** Where waiting comes from, so that tests decide how time passes. */
export interface Clock {
    now(): number;
    /** Calls `run` once after `ms`; the result takes that back. A `background` timer keeps no process alive. */
    after(ms: number, run: () => void, background?: "background"): () => void;
}

export const systemClock: Clock = {
    now: () => performance.now(),
    after(ms, run, background) {
        const timer = setTimeout(run, ms);
        if (background !== undefined) {
            timer.unref();
        }
        return () => clearTimeout(timer);
    },
};

/** Every limit that the connection's settings do not name, in milliseconds. */
export interface Timeouts {
    readonly delivery: number;
    readonly hello: number;
    readonly open: number;
    /** Most that the calls of one exchange may take together, unless a single call may take longer. */
    readonly exchange: number;
    /** From `cancel` to the kill. */
    readonly cancelGrace: number;
    readonly ping: number;
    /** Nothing heard for so long, pongs included: the other end is gone. */
    readonly silence: number;
    /** From `bye` to the kill. */
    readonly goodbye: number;
    /**
     * A batch of writes leaves when so long brought no new one. Measured on 30 resources, 8 at a time: updates come up to
     * 45 ms apart, because the engine checks and diffs one after another; 20 ms made 12 exchanges of them, 50 ms makes 4 …
     */
    readonly quiet: number;
    /** … or when its first one has waited so long. */
    readonly quietCap: number;
    /** Least and most before a connection that broke while it was built is tried again. */
    readonly retryPause: readonly [number, number];
    /** How long a failed attempt to connect *again* stands for all that follow. */
    readonly reconnectPause: number;
}

export const TIMEOUTS: Timeouts = {
    delivery: 30_000,
    hello: 30_000,
    open: 60_000,
    exchange: 600_000,
    cancelGrace: 10_000,
    ping: 15_000,
    silence: 45_000,
    goodbye: 2_000,
    quiet: 50,
    quietCap: 200,
    retryPause: [200, 700],
    reconnectPause: 5_000,
};

/** The agent ends itself after so many seconds without a line of ours … */
export const HEARTBEAT_S = 45;
/** … and after so many without a request. */
export const IDLE_S = 600;
