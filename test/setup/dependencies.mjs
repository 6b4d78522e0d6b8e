import { existsSync } from "node:fs";
import path from "node:path";
import { Fault } from "./fault.mjs";
import { stampDependencies, whyInstall } from "./lock-stamp.mjs";
import { npmCommand } from "./npm-command.mjs";
import { nextAfterNpm, npmReason } from "./npm-failure.mjs";
import { root } from "./places.mjs";
import { say } from "./say.mjs";
import { step } from "./step.mjs";

export function dependenciesAreCurrent() {
    return whyInstall(root) === undefined;
}

/** `npm ci`: exactly what the lock file says, in a folder that npm empties first. */
export async function installDependencies() {
    say(`Dependencies: installs them with npm ci, because ${whyInstall(root)}.`);
    const npm = npmCommand(process.env);
    // Install scripts only build optional accelerators here (of ssh2): without them nobody needs a compiler.
    // The include flags undo NODE_ENV=production and "omit" settings, which would leave out compiler and linter.
    const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--include=dev", "--include=optional"];
    const args = [...npm.args, "ci", ...flags];
    const done = await step({ ...npm, args, label: "npm ci", cwd: root, limit: 15 * 60_000 });
    if (!done.ok) {
        throw new Fault(
            `The dependencies could not be installed:\n${npmReason(done.output)}`,
            nextAfterNpm(done.output),
        );
    }
    if (!existsSync(path.join(root, "node_modules", "typescript"))) {
        throw new Fault(
            "npm ci ended well but installed no TypeScript.",
            "run `npm ci --include=dev` and read its lines",
        );
    }
    stampDependencies(root);
    say(`Dependencies: installed in ${done.seconds} s.`);
}
