import path from "node:path";
import { root } from "./places.mjs";
import { ended, endGroup, startGroup } from "./process-group.mjs";

const limit = 20 * 60_000;

/** Runs mocha; gives its exit code, and complaints beyond the failures that its reporter counts. */
export async function runMocha(env, { files, options }, output = 1) {
    const script = path.join(root, "node_modules", "mocha", "bin", "mocha.js");
    // A forgotten .only would quietly switch off all other tests; on a developer's screen that is the purpose.
    const strict = env.CI ? ["--forbid-only"] : [];
    const args = [script, "--config", "test/mocharc.json", ...strict, ...options, ...files];
    const child = startGroup(process.execPath, args, { env, stdio: ["ignore", output, output === 1 ? 2 : output] });
    let late = false;
    const watch = setTimeout(() => {
        late = true;
        endGroup(child);
    }, limit);
    const { code, signal, left } = await ended(child);
    clearTimeout(watch);
    const complaints = [
        ...(late ? [`the tests took longer than ${limit / 60_000} minutes and were ended`] : []),
        ...(signal && !late ? [`mocha was ended by ${signal}`] : []),
        ...left.map((command) => `the tests left a process behind (ended now): ${command}`),
    ];
    return { code, complaints };
}
