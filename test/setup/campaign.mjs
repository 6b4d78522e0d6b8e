// Long random campaigns: the same tests that `npm test` runs briefly, with many more sequences and another seed.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./places.mjs";

const { SEQUENCES = "1000", SEED = String(Date.now() % 1_000_000_000) } = process.env;
console.log(`Campaign: ${SEQUENCES} sequences from seed ${SEED}.`);
const { status } = spawnSync(
    process.execPath,
    [
        path.join(root, "test", "setup", "run.mjs"),
        "test",
        "lifecycle/ownership",
        "honesty/honesty",
        ...process.argv.slice(2),
    ],
    { stdio: "inherit", env: { ...process.env, SEQUENCES, SEED } },
);
process.exitCode = status ?? 1;
