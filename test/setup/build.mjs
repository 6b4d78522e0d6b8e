import { rmSync } from "node:fs";
import path from "node:path";
import { copyAgent } from "./agent-copy.mjs";
import { fingerprint, hasBuildStamp, stampBuild } from "./build-stamp.mjs";
import { missingOutput, removeStaleOutput, sourceFiles } from "./compiled-files.mjs";
import { Fault } from "./fault.mjs";
import { root } from "./places.mjs";
import { say } from "./say.mjs";
import { step, tail } from "./step.mjs";

export function buildIsCurrent() {
    const sources = sourceFiles(root);
    copyAgent(root);
    removeStaleOutput(root, sources);
    return hasBuildStamp(root, fingerprint(root, sources)) && !missingOutput(root, sources);
}

/** Compiles what has changed since the last time. */
export async function build() {
    const sources = sourceFiles(root);
    const print = fingerprint(root, sources);
    say(`Build: compiles ${sources.length} TypeScript files with tsc, because sources or outputs have changed.`);
    if (missingOutput(root, sources)) {
        // The compiler trusts its notes and would not write again what somebody deleted.
        rmSync(path.join(root, "dist", ".tsbuildinfo"), { force: true });
    }
    const compiler = path.join(root, "node_modules", "typescript", "bin", "tsc");
    const args = [compiler, "-p", "."];
    const done = await step({ label: "tsc", command: process.execPath, args, cwd: root, limit: 10 * 60_000 });
    if (!done.ok) {
        const next = /ENOSPC/.test(done.output) ? "make room on the disk" : "put the lines above right";
        throw new Fault(
            `The TypeScript does not compile:\n${tail(done.output, 40)}`,
            `${next}, then run the command again`,
        );
    }
    stampBuild(root, print);
    say(`Build: done in ${done.seconds} s.`);
}
