import type { Clock } from "../session/clock";
import { InterruptedError } from "./errors";

export function interrupted(server: string | undefined, hint: string): InterruptedError {
    return new InterruptedError({ server, step: "restarting the transport services", answer: "interrupted", hint });
}

/** `work`, or a rejection with `reason` as soon as somebody interrupts. For what may be left in the middle. */
export function orInterrupted<T>(signal: AbortSignal, work: Promise<T>, reason: () => Error): Promise<T> {
    return new Promise<T>((resolve, reject) => {
        const stop = () => reject(reason());
        if (signal.aborted) stop();
        signal.addEventListener("abort", stop);
        work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
    });
}

/** Lets `ms` pass, or less when somebody interrupts. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
        const done = () => {
            cancel();
            signal.removeEventListener("abort", done);
            resolve();
        };
        const cancel = clock.after(ms, done);
        signal.addEventListener("abort", done);
        if (signal.aborted) done();
    });
}
