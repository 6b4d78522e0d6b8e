import type { KeyFiles } from "./keys.js";
import type { Places } from "./places.js";

/** Every process of a session has it in its environment. */
export const MARK = "EXCHANGE_TLS_LAB";

/** The whole configuration: nothing of this machine's own is read. */
export function sshdConfig(port: number, places: Places, keys: KeyFiles): string {
    const path = `${places.bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
    return [
        "ListenAddress 127.0.0.1",
        `Port ${port}`,
        `HostKey ${keys.hostKey}`,
        `AuthorizedKeysFile ${keys.authorizedKeys}`,
        "PubkeyAuthentication yes",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "PermitRootLogin yes",
        "UsePAM no",
        // The temporary folder is anybody's.
        "StrictModes no",
        "PidFile none",
        "UseDNS no",
        "LoginGraceTime 20",
        // Connections, logons and sessions are told from here on.
        "LogLevel VERBOSE",
        "PermitUserRC no",
        "PrintMotd no",
        "PrintLastLog no",
        `Subsystem sftp internal-sftp -d ${places.home}`,
        // Only this overrides the PATH that sshd itself sets. With HOME, a shell reads no start-up file of the user.
        `SetEnv PATH=${path} HOME=${places.home} ${MARK}=${places.root}`,
        "",
    ].join("\n");
}
