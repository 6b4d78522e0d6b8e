import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { wantedVersion } from "./cli-version.mjs";
import { buildWithGo } from "./go-build.mjs";
import { runInstaller } from "./official-installer.mjs";
import { say } from "./say.mjs";

/** Keyed by what the programs depend on, so that a newer checkout or another machine's home share no wrong file. */
export function cacheName() {
    return `pulumi-${wantedVersion}-${process.platform}-${process.arch}`;
}

/** Tries each source in turn; what succeeds is complete when it appears under its name. Gives what failed and why. */
export async function obtainInto(target) {
    const failures = [];
    for (const source of [runInstaller, buildWithGo]) {
        const unfinished = newFolder(target);
        try {
            const failure = await source(unfinished);
            if (failure === undefined) {
                rmSync(target, { recursive: true, force: true });
                renameSync(unfinished, target);
                return failures;
            }
            failures.push(failure);
            say(`Pulumi CLI: ${failure}.`);
        } finally {
            rmSync(unfinished, { recursive: true, force: true });
        }
    }
    return failures;
}

function newFolder(target) {
    const parent = path.dirname(target);
    const prefix = `${path.basename(target)}.unfinished-`;
    mkdirSync(parent, { recursive: true });
    // Called by one run at a time: what lies here was left by a run that was killed.
    for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
        rmSync(path.join(parent, name), { recursive: true, force: true });
    }
    return mkdtempSync(path.join(parent, prefix));
}
