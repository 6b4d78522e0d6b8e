/** Runs one after another, in the order of arrival, whatever became of the one before. */
export class Lane {
    #last: Promise<unknown> = Promise.resolve();

    run<T>(work: () => Promise<T>): Promise<T> {
        const result = this.#last.then(work);
        this.#last = result.catch(() => undefined);
        return result;
    }
}
