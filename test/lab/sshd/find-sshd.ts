import { resolve } from "node:path";
import { executable } from "../../executable.js";

function find(): string | undefined {
    // /proc tells which processes belong to a lab; elsewhere nobody could promise that nothing is left.
    if (process.platform !== "linux") return undefined;
    // An ordinary user's PATH often lacks sbin.
    const found = executable("sshd", ["/usr/sbin", "/usr/local/sbin", "/usr/lib/openssh"]);
    return found && resolve(found);
}

/** OpenSSH's server, absolute because it starts itself anew for every connection; undefined where there is none. */
export const sshdPath = find();
