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
import { allProcesses, belonging, kill, type Seen, upTo } from "./processes.js";

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
        // As root it wants an empty folder for its unprivileged half, which a boot would have made.
        if (process.getuid?.() === 0) await mkdir("/run/sshd", { recursive: true, mode: 0o755 });
        for (let tries = 3; ; tries--) {
            const server = await SshdServer.launch(sshd, parts, places, keys);
            const answer = await server.log.until(
                /^Server listening on 127|^Cannot bind any address|fatal|No such|error/i,
            );
            if (answer.startsWith("Server listening")) return server;
            await server.stop();
            if (tries === 1 || !answer.startsWith("Cannot bind")) {
                throw new Error(`sshd did not start:\n${server.log.lines.join("\n")}`);
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
        for (const { pid, name } of candidates) if (name.startsWith("sshd")) kill(pid, "SIGKILL");
    }

    /** Ends everything; gives what could not be ended. */
    async stop(): Promise<readonly Seen[]> {
        const { pid, exitCode, signalCode } = this.child;
        if (pid === undefined) return [];
        // Stopped first, so that no connection is taken between looking and killing.
        if (exitCode === null && signalCode === null) kill(pid, "SIGSTOP");
        const sessions = new Set(this.sessions().map((one) => one.pid));
        for (const one of sessions) kill(one, "SIGKILL");
        if (exitCode === null && signalCode === null) {
            const gone = once(this.child, "exit");
            kill(pid, "SIGKILL");
            await inTime(gone, 10_000, () => "sshd ends");
        }
        this.child.stderr?.destroy();
        const left = () => allProcesses().filter((one) => sessions.has(one.pid));
        return untilNone(left, 10_000);
    }
}
