import fc from "fast-check";

const RUNS = 10_000;
/** `SEED=<seed>` or, to repeat one case, `SEED=<seed>:<path>`. */
const [seed, ...path] = (process.env.SEED ?? String(Date.now() % 1_000_000_000)).split(":");

/** A test that `holds` for values of `arbitrary`; a failure tells the line that repeats it. `file`: without `.test.ts`. */
export function property<T>(title: string, file: string, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
    it(title, function () {
        const details = fc.check(fc.property(arbitrary, holds), {
            seed: Number(seed),
            numRuns: RUNS,
            ...(path.length > 0 && { path: path.join(":") }),
        });
        if (!details.failed) return;
        const [value] = details.counterexample ?? [];
        const one = `unit/values/${file} -g '${this.test?.fullTitle()}'`;
        const repeat = `SEED=${details.seed}:${details.counterexamplePath} npm test -- ${one}`;
        throw new Error(`fails for ${fc.stringify(value)} (repeat: ${repeat})`, { cause: details.errorInstance });
    });
}
