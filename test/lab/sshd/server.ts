import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import type { LabParts } from "../parts.js";
import { MARK, sshdConfig } from "./config.js";
import { inTime } from "./deadline.js";
import { freePort } from "./free-port.js";
import type { KeyFiles } from "./keys.js";
import { SshdLog } from "./log.js";
import type { Places } from "./places.js";
import { Sessions } from "./sessions.js";

/** OpenSSH's sshd in the foreground. */
export class SshdServer {
    private constructor(
        private readonly child: ChildProcess,
        readonly port: number,
        readonly log: SshdLog,
        /** What it runs for its clients. */
        readonly sessions: Sessions,
    ) {}

    /** Somebody else may take the free port first, hence the second and the third try. */
    static async start(sshd: string, parts: LabParts, places: Places, keys: KeyFiles): Promise<SshdServer> {
        // As root it wants an empty folder for its unprivileged half. A boot makes it, so it stays: others may need it.
        if (process.getuid?.() === 0) await mkdir("/run/sshd", { recursive: true, mode: 0o755 });
        for (let tries = 3; ; tries--) {
            const server = await SshdServer.launch(sshd, parts, places, keys);
            try {
                await server.log.until(/^Server listening on 127/);
                return server;
            } catch (cause) {
                await server.stop();
                if (tries === 1 || !server.log.lines.includes("Cannot bind any address.")) throw cause;
            }
        }
    }

    private static async launch(sshd: string, parts: LabParts, places: Places, keys: KeyFiles): Promise<SshdServer> {
        const port = await freePort();
        const config = places.file("sshd_config");
        await writeFile(config, sshdConfig(port, places, keys));
        const child = spawn(sshd, ["-D", "-e", "-f", config], {
            cwd: places.root,
            stdio: ["ignore", "ignore", "pipe"],
        });
        const log = new SshdLog(parts);
        if (child.stderr !== null) log.listenTo(child.stderr);
        await inTime(once(child, "spawn"), 10_000, () => `${sshd} starts`);
        return new SshdServer(child, port, log, new Sessions(child.pid ?? 0, `${MARK}=${places.root}`));
    }

    get pid(): number {
        return this.child.pid ?? 0;
    }

    /** Ends it with all its sessions. */
    async stop(): Promise<void> {
        await this.sessions.end();
        if (this.child.exitCode === null && this.child.signalCode === null) {
            const gone = once(this.child, "exit");
            this.child.kill("SIGKILL");
            await inTime(gone, 10_000, () => "sshd ends");
        }
        this.child.stderr?.destroy();
    }
}
