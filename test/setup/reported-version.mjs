import { execFile } from "node:child_process";
import path from "node:path";

/** What the CLI in this folder says about itself; undefined when it does not run here. */
export function reportedVersion(folder) {
    const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
    return new Promise((resolve) => {
        execFile(path.join(folder, "pulumi"), ["version"], { env, timeout: 30_000 }, (error, stdout) => {
            resolve(error ? undefined : stdout.trim());
        });
    });
}
