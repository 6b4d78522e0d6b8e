import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { AgentFrame, HelloFrame, RequestFrame } from "../../provider/session/frames";
import { agentPath } from "./agent-script";
import { powerShell } from "./power-shell";

/** With a real terminal's name .NET may write its key codes to stdout, even when that is a pipe. Nothing is sent home. */
const QUIET = { TERM: "dumb", POWERSHELL_TELEMETRY_OPTOUT: "1", POWERSHELL_UPDATECHECK: "Off" };

type Wanted = (frame: AgentFrame) => boolean;

/** The real agent under a real PowerShell. It knows the frames only from their types, and every wait has a deadline. */
export class AgentProcess {
    /** Everything that came over stdout, for what must hold of the raw bytes. */
    output = Buffer.alloc(0);
    readonly frames: AgentFrame[] = [];
    /** Lines of stdout that are no frame. */
    readonly noise: string[] = [];
    readonly exit: Promise<number | null>;

    readonly #child: ChildProcessWithoutNullStreams;
    readonly #waiting = new Set<() => void>();
    #stderr = "";
    #taken = 0;
    #lastId = 0;
    #ended = false;

    constructor(environment: NodeJS.ProcessEnv = {}, command: readonly string[] = ["-File", agentPath]) {
        this.#child = spawn(powerShell ?? "pwsh", ["-NoLogo", "-NoProfile", "-NonInteractive", ...command], {
            env: { ...process.env, ...QUIET, ...environment },
        });
        this.#child.stdin.on("error", () => undefined);
        this.#child.stdout.on("data", (chunk: Buffer) => this.#hear(chunk));
        this.#child.stderr.on("data", (chunk: Buffer) => {
            this.#stderr += chunk.toString("latin1");
        });
        this.exit = new Promise((resolve) => {
            this.#child.on("error", () => resolve(null));
            this.#child.on("close", (code) => resolve(code));
        });
        void this.exit.then(() => {
            this.#ended = true;
            this.#wake();
        });
    }

    nextId(): number {
        this.#lastId += 1;
        return this.#lastId;
    }

    send(frame: RequestFrame): void {
        this.sendLine(
            JSON.stringify(frame).replaceAll(
                /[\u007f-\uffff]/g,
                (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
            ),
        );
    }

    sendLine(line: string): void {
        this.#child.stdin.write(`${line}\n`);
    }

    /** The client goes away. */
    endInput(): void {
        this.#child.stdin.end();
    }

    hello(): Promise<HelloFrame> {
        return this.next((frame) => frame.op === "hello") as Promise<HelloFrame>;
    }

    /** The first frame that is wanted, now or later. */
    async next(wanted: Wanted, seconds = 30): Promise<AgentFrame> {
        const late = Date.now() + seconds * 1000;
        for (;;) {
            const found = this.frames.find(wanted);
            if (found !== undefined) {
                return found;
            }
            if (this.#ended || Date.now() >= late) {
                throw new Error(`${this.#ended ? "The agent ended" : "Nothing came"}. ${this.#story()}`);
            }
            await this.#news(late - Date.now());
        }
    }

    answer(id: number, seconds?: number): Promise<AgentFrame> {
        return this.next((frame) => frame.op !== "accepted" && "id" in frame && frame.id === id, seconds);
    }

    /** The exit code; fails when the process lives on. */
    async ended(seconds = 20): Promise<number | null> {
        const late = Date.now() + seconds * 1000;
        while (!this.#ended) {
            if (Date.now() >= late) {
                throw new Error(`The agent lives on. ${this.#story()}`);
            }
            await this.#news(late - Date.now());
        }
        return this.exit;
    }

    /** Ends the process, the hard way when it does not go by itself. */
    async stop(): Promise<void> {
        this.endInput();
        await this.ended(10).catch(() => this.#child.kill("SIGKILL"));
        await this.exit;
    }

    #hear(chunk: Buffer): void {
        this.output = Buffer.concat([this.output, chunk]);
        for (let end = this.output.indexOf(10, this.#taken); end !== -1; end = this.output.indexOf(10, this.#taken)) {
            const line = this.output.subarray(this.#taken, end).toString("latin1");
            this.#taken = end + 1;
            const [, json] = /^@@[0-9a-f]{32} (\{.*\})\r?$/.exec(line) ?? [];
            if (json === undefined) {
                this.noise.push(line);
            } else {
                this.frames.push(JSON.parse(json) as AgentFrame);
            }
        }
        this.#wake();
    }

    #wake(): void {
        for (const go of [...this.#waiting]) {
            go();
        }
    }

    #news(milliseconds: number): Promise<void> {
        return new Promise((resolve) => {
            const go = (): void => {
                clearTimeout(timer);
                this.#waiting.delete(go);
                resolve();
            };
            const timer = setTimeout(go, milliseconds);
            this.#waiting.add(go);
        });
    }

    #story(): string {
        return `Frames: ${JSON.stringify(this.frames).slice(-600)}; noise: ${this.noise.join("|")}; stderr: ${this.#stderr}`;
    }
}
