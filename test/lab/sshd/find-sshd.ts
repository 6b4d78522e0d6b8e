import { accessSync, constants } from "node:fs";
import { delimiter, resolve } from "node:path";

function find(): string | undefined {
    // /proc tells which processes belong to a lab; elsewhere nobody could promise that nothing is left.
    if (process.platform !== "linux") return undefined;
    const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
    // An ordinary user's PATH often lacks sbin.
    const folders = [...onPath, "/usr/sbin", "/usr/local/sbin", "/usr/lib/openssh"];
    return folders.map((folder) => resolve(folder, "sshd")).find(isExecutable);
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

/** OpenSSH's server, absolute because it starts itself anew for every connection; undefined where there is none. */
export const sshdPath = find();
