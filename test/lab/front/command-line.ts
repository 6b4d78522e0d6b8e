import { createHash } from "node:crypto";
import type { FileTree } from "./file-tree.js";

/** What the server makes of a command line: the agent by its hash, or words on standard error and an exit code. */
export type Started = { readonly agent: string } | { readonly stderr: string; readonly code: number };

const HARMLESS = /^[A-Za-z0-9 ./:_=+-]*$/;
const AGENT = /^(?:[A-Za-z]:\/\S*\/)?powershell\.exe -NoLogo -NoProfile -NonInteractive -File (\S+)$/i;
/** What powershell.exe ends with when the file isn't there: -196608. */
const NO_SUCH_SCRIPT = 0xfffd0000;

/** Only the agent can be started, and only by a command line that cmd.exe, PowerShell and sh all leave alone. */
export function start(commandLine: string, tree: FileTree): Started {
    if (!HARMLESS.test(commandLine))
        return { stderr: "[lab] a character of the command line is not harmless\n", code: 1 };
    const path = AGENT.exec(commandLine)?.[1];
    if (path === undefined) return { stderr: "[lab] only the agent can be started here\n", code: 1 };
    // The leading slash of SFTP paths means nothing to Windows.
    const content = path.startsWith("/") ? undefined : tree.find(path)?.content;
    if (!content || !/\.ps1$/i.test(path)) {
        const why = `The argument '${path}' to the -File parameter does not exist. Provide the path to an existing`;
        return { stderr: `${why} '.ps1' file as an argument to the -File parameter.\n`, code: NO_SUCH_SCRIPT };
    }
    return { agent: createHash("sha256").update(content).digest("hex") };
}
