import type { Readable } from "node:stream";
import type { LabParts } from "../parts.js";
import { inTime } from "./deadline.js";

/** What sshd says of itself, line by line; the meter counts from it. */
export class SshdLog {
    readonly lines: string[] = [];
    private readonly waiting = new Set<() => void>();
    private rest = "";
    private over = false;

    constructor(private readonly parts: LabParts) {}

    listenTo(stream: Readable): void {
        stream.setEncoding("utf8");
        stream.on("data", (text: string) => this.hear(text));
        stream.on("close", () => {
            this.over = true;
            this.wake();
        });
    }

    /** The first line that matches, said already or still to come; fails when sshd ends before. */
    until(pattern: RegExp, ms = 10_000): Promise<string> {
        let look = () => {};
        const story = () => `${pattern} in sshd's log:\n${this.lines.join("\n")}`;
        const found = new Promise<string>((resolve, reject) => {
            look = () => {
                const line = this.lines.find((one) => pattern.test(one));
                if (line !== undefined) resolve(line);
                else if (this.over) reject(new Error(`sshd ended without ${story()}`));
            };
            this.waiting.add(look);
            look();
        });
        return inTime(found, ms, story).finally(() => this.waiting.delete(look));
    }

    private hear(text: string): void {
        const [...lines] = (this.rest + text).split(/\r?\n/);
        this.rest = lines.pop() ?? "";
        for (const line of lines) {
            this.lines.push(line);
            this.parts.transcript.note(`sshd: ${line}`);
            this.count(line);
        }
        this.wake();
    }

    private wake(): void {
        for (const look of this.waiting) look();
    }

    private count(line: string): void {
        const { meter } = this.parts;
        if (/^Connection from /.test(line)) meter.count("connections");
        const [, method] = /^(?:Accepted|Failed) (\S+) for /.exec(line) ?? [];
        // The line about a key that was found begins with the same word.
        if (method !== undefined && method !== "key") meter.authentication(method);
        if (/^Starting session: /.test(line)) meter.count("channels");
        if (/^Starting session: subsystem 'sftp'/.test(line)) meter.count("sftpSessions");
    }
}
