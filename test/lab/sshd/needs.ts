import { powerShell } from "../../agent/power-shell.js";
import { sshdPath } from "./find-sshd.js";
import type { Answerer } from "./sshd-lab.js";

/** A suite over the real sshd, and over the real PowerShell where it is asked for; without them reported as skipped. */
export function describeOnSshd(title: string, answerer: Answerer | undefined, body: () => void): void {
    describe(`lab's sshd${answerer === undefined ? "" : ` and ${answerer}`}: ${title}`, () => {
        before(function () {
            if (sshdPath === undefined) this.skip();
            if (answerer === "pwsh" && powerShell === undefined) this.skip();
        });
        body();
    });
}

export const ANSWERERS: readonly Answerer[] = ["speaker", "pwsh"];
