import path from "node:path";
import { build, buildIsCurrent } from "./build.mjs";
import { obtainCli } from "./cli.mjs";
import { dependenciesAreCurrent, installDependencies } from "./dependencies.mjs";
import { alone } from "./mutual-exclusion.mjs";
import { root } from "./places.mjs";
import { say } from "./say.mjs";

/** Brings the checkout and the machine into the state that everything else needs; gives the CLI that was found. */
export async function setUp() {
    const began = Date.now();
    await make(dependenciesAreCurrent, installDependencies);
    // Before the build, so that a source that does not compile yet costs nobody the minutes the CLI may take.
    const cli = await obtainCli();
    await make(buildIsCurrent, build);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    say(`Set-up: dependencies, build and Pulumi ${cli.version} (${cli.place}) are ready, ${seconds} s.`);
    return cli;
}

/** Looks without waiting; what has to be made is made by one run at a time in this checkout. */
async function make(isCurrent, work) {
    if (!isCurrent()) {
        await alone(path.join(root, ".tmp", "set-up.lock"), "Set-up of this checkout", async () => {
            if (!isCurrent()) {
                await work();
            }
        });
    }
}
