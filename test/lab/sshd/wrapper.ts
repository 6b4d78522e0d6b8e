import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DRIVE_ALIAS, type Places } from "./places.js";

/** What `powershell.exe` starts in its own place, with the arguments of the command line behind. */
export interface Program {
    readonly command: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
    /** Whether the script's path goes by the drive's second name. */
    readonly alias: boolean;
}

/** Puts `powershell.exe` on the PATH of sessions. */
export async function writeWrapper(places: Places, { command, environment, alias }: Program): Promise<void> {
    const variables = { HOME: places.home, TMPDIR: places.temporary, ...environment };
    const lines = [
        "#!/bin/sh",
        // sshd starts commands in the real home of the user.
        `cd ${quoted(places.home)} || exit 1`,
        ...Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}`),
        // -NoLogo -NoProfile -NonInteractive -File <path>: the fifth is the path.
        ...(alias ? [`case "$5" in [Cc]:/*) set -- "$1" "$2" "$3" "$4" "${DRIVE_ALIAS}/\${5#[Cc]:/}" ;; esac`] : []),
        `exec ${command.map(quoted).join(" ")} "$@"`,
        "",
    ];
    await writeFile(join(places.bin, "powershell.exe"), lines.join("\n"), { mode: 0o700 });
}

function quoted(text: string): string {
    return `'${text.replaceAll("'", "'\\''")}'`;
}
