import type { Clock } from "./clock";

/** `work`, or a rejection with `late()` after `ms`. Whatever `work` does afterwards is heard by nobody and harms nobody. */
export function within<T>(clock: Clock, ms: number, work: Promise<T>, late: () => Error): Promise<T> {
    return new Promise<T>((resolve, reject) => {
        const cancel = clock.after(ms, () => reject(late()));
        work.then(resolve, reject).finally(cancel);
    });
}

/** True when `work` settled, either way, before `ms` were over. */
export function settledWithin(clock: Clock, ms: number, work: Promise<unknown>): Promise<boolean> {
    return new Promise((resolve) => {
        const cancel = clock.after(ms, () => resolve(false));
        work.catch(() => undefined).then(() => {
            cancel();
            resolve(true);
        });
    });
}
