import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folder of one front B: everything that it and its sessions write lies in here. */
export class Places {
    /** Where sessions start, so that `C:/…` is found below it. */
    readonly home: string;
    readonly drive: string;
    /** On the PATH of a session: holds `powershell.exe` alone. */
    readonly bin: string;
    readonly temporary: string;

    private constructor(readonly root: string) {
        this.home = join(root, "home");
        this.drive = join(this.home, "C:");
        this.bin = join(root, "bin");
        this.temporary = join(root, "tmp");
    }

    static async make(): Promise<Places> {
        const places = new Places(await mkdtemp(join(tmpdir(), "exchange-tls-")));
        // sshd takes the arguments of its SFTP server apart at blanks, without any quotes.
        if (/[\s"]/.test(places.root)) {
            await places.remove();
            throw new Error(`The lab's sshd needs a temporary folder without blanks: ${places.root}`);
        }
        for (const folder of [places.bin, places.temporary, join(places.drive, "ProgramData")]) {
            await mkdir(folder, { recursive: true, mode: 0o700 });
        }
        await symlink("C:", join(places.home, DRIVE_ALIAS));
        return places;
    }

    file(name: string): string {
        return join(this.root, name);
    }

    async remove(): Promise<void> {
        await rm(this.root, { recursive: true, force: true, maxRetries: 5 });
    }
}

/** A second name of the drive: PowerShell on Linux may take what stands before a colon for a drive of its own. */
export const DRIVE_ALIAS = "drive-c";
