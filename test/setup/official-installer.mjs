import path from "node:path";
import { fileURLToPath } from "node:url";
import { wantedVersion } from "./cli-version.mjs";
import { say } from "./say.mjs";
import { step } from "./step.mjs";

const script = fileURLToPath(new URL("official-installer-run.mjs", import.meta.url));

/** Pulumi's own installer, through its Automation API; gives the reason when it does not work. */
export async function runInstaller(folder) {
    say(`Pulumi CLI: runs Pulumi's own installer for ${wantedVersion}, the quickest way where there is internet.`);
    const args = [script, wantedVersion, folder];
    // A firewall that swallows packets must not hold up what Go could do.
    const done = await step({ label: "installer", command: process.execPath, args, limit: 5 * 60_000 });
    if (done.ok) {
        say(`Pulumi CLI: installed in ${done.seconds} s into ${path.dirname(folder)}.`);
        return undefined;
    }
    const reason = done.output.split("\n").filter(Boolean).at(-1) ?? "it gave no reason";
    return `Pulumi's installer did not work (${reason})`;
}
