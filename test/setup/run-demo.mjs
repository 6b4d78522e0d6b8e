import { existsSync } from "node:fs";
import path from "node:path";
import { Fault } from "./fault.mjs";
import { stopIfInterrupted } from "./interrupt.mjs";
import { root } from "./places.mjs";
import { ended, startGroup } from "./process-group.mjs";

/** Runs the demonstration with the given arguments; gives its exit code. */
export async function runDemo(env, args) {
    const script = path.join(root, "dist", "test", "demo", "index.js");
    if (!existsSync(script)) {
        throw new Fault("This checkout has no demonstration.", "update the checkout (`git pull`)");
    }
    // No terminal to read from: a session of its own has none, and nothing here asks questions.
    const { code } = await ended(startGroup(process.execPath, [script, ...args], { env, stdio: ["ignore", 1, 2] }));
    stopIfInterrupted();
    return code;
}
