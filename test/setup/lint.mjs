import path from "node:path";
import { stopIfInterrupted } from "./interrupt.mjs";
import { root } from "./places.mjs";
import { ended, startGroup } from "./process-group.mjs";
import { say } from "./say.mjs";

/** The linter over the whole checkout; its complaint does not keep the tests from running. */
export async function lint(env) {
    say("Lint: biome check (errors and warnings).");
    const script = path.join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
    const { code } = await ended(
        startGroup(process.execPath, [script, "check", "--diagnostic-level=warn", "."], { env, stdio: "inherit" }),
    );
    stopIfInterrupted();
    return code === 0 ? [] : ["the linter has complaints (above); `npm run format` puts most of them right"];
}
