import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import type { LabParts } from "../parts.js";
import { MARK, sshdConfig } from "./config.js";
import { inTime, untilNone } from "./deadline.js";
import { freePort } from "./free-port.js";
import type { KeyFiles } from "./keys.js";
import { SshdLog } from "./log.js";
import type { Places } from "./places.js";
import { belonging, kill, type Seen, upTo } from "./processes.js";

/** OpenSSH's sshd in the foreground, and whatever it starts. */
export class SshdServer {
    private constructor(
        private readonly child: ChildProcess,
        readonly port: number,
        readonly log: SshdLog,
        private readonly mark: string,
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
        return new SshdServer(child, port, log, `${MARK}=${places.root}`);
    }

    get pid(): number | undefined {
        return this.child.pid;
    }

    /** Processes of sessions: sshd's own and what they run, orphans among them. */
    sessions(): readonly Seen[] {
        return this.child.pid === undefined ? [] : belonging(this.child.pid, this.mark);
    }

    /** What is left of the sessions when they are all over, or when the time is up. */
    sessionsLeft(ms = 10_000): Promise<readonly Seen[]> {
        return untilNone(() => this.sessions(), ms);
    }

    /** Kills sshd's own processes of every session, or of the one that runs `pid`: its connection goes without a word. */
    cut(pid?: number): void {
        const candidates = pid === undefined ? this.sessions() : upTo(this.child.pid ?? 0, pid);
        for (const one of candidates) if (isSshd(one)) kill(one.pid, "SIGKILL");
    }

    /** Ends everything, from the leaves up: each is taken note of by who started it, and no zombie is left to init. */
    async stop(): Promise<void> {
        await this.killSessions((one) => !isSshd(one));
        await this.killSessions(isSshd);
        if (this.child.exitCode === null && this.child.signalCode === null) {
            const gone = once(this.child, "exit");
            this.child.kill("SIGKILL");
            await inTime(gone, 10_000, () => "sshd ends");
        }
        this.child.stderr?.destroy();
    }

    private async killSessions(wanted: (one: Seen) => boolean): Promise<void> {
        const left = await untilNone(() => {
            const found = this.sessions().filter(wanted);
            for (const { pid } of found) kill(pid, "SIGKILL");
            return found;
        }, 10_000);
        if (left.length > 0) throw new Error(`Processes that cannot be killed: ${JSON.stringify(left)}`);
    }
}

/** Newer versions have programs of several names. */
function isSshd({ name }: Seen): boolean {
    return name.startsWith("sshd");
}
