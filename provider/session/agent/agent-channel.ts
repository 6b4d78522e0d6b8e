import type { AgentPipe, PipeEnd } from "../agent-pipe";
import type { Clock, Timeouts } from "../clock";
import { AgentStartError, ConnectionLostError, ProtocolError, type SessionError, wordsOf } from "../errors";
import type { AgentFrame, HelloFrame, RequestFrame } from "../frames";
import { LineSplitter } from "./line-splitter";
import { Tail } from "./tail";
import { readLine, toLines } from "./wire";

/** Far above any answer; a stream without line ends must not fill the memory. */
const LONGEST_ANSWER = 256 * 1024 * 1024;
const STDERR_KEPT = 2 * 1024;
const NOISE_KEPT = 16 * 1024;

export type Answer = Exclude<AgentFrame, HelloFrame | { readonly op: "accepted" }>;

interface Waiting {
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: SessionError) => void;
}

/** Frames over a pipe: requests find their answers by id, and everything still waited for fails when the pipe ends. */
export class AgentChannel {
    /** The agent's first frame. */
    readonly hello: Promise<HelloFrame>;
    /** Resolves when the pipe ended, or was given up. */
    readonly ended: Promise<void>;

    readonly #splitter = new LineSplitter(LONGEST_ANSWER);
    readonly #stderr = new Tail(STDERR_KEPT);
    readonly #noise = new Tail(NOISE_KEPT);
    readonly #waiting = new Map<number, Waiting>();
    #nonce: string | undefined;
    #failure: SessionError | undefined;
    #lastId = 0;
    #heardAt: number;
    #stopPings: () => void = () => undefined;
    #greet: (hello: HelloFrame) => void = () => undefined;
    #snub: (error: SessionError) => void = () => undefined;
    #end: () => void = () => undefined;

    constructor(
        private readonly pipe: AgentPipe,
        private readonly server: string,
        private readonly clock: Clock,
        private readonly timeouts: Timeouts,
    ) {
        this.#heardAt = clock.now();
        this.hello = new Promise((resolve, reject) => {
            this.#greet = resolve;
            this.#snub = reject;
        });
        this.hello.catch(() => undefined);
        this.ended = new Promise((resolve) => {
            this.#end = resolve;
        });
        pipe.listen({
            output: (chunk) => this.#hear(chunk),
            diagnostics: (chunk) => this.#stderr.add(chunk),
            ended: (end) => {
                this.fail(this.#endOf(end));
                this.#end();
            },
        });
    }

    /** Why nothing more can be asked; undefined while all is well. */
    get failure(): SessionError | undefined {
        return this.#failure;
    }

    /** The end of what the agent's process wrote to stderr. */
    get stderr(): string {
        return this.#stderr.text();
    }

    /** The end of what stood on stdout between the frames. */
    get noise(): string {
        return this.#noise.text();
    }

    nextId(): number {
        this.#lastId += 1;
        return this.#lastId;
    }

    /** Sends at once and resolves with the answer of the same id. */
    request(frame: RequestFrame): Promise<Answer> {
        if (this.#failure !== undefined) {
            return Promise.reject(this.#failure);
        }
        return new Promise((resolve, reject) => {
            this.#waiting.set(frame.id, { resolve, reject });
            this.tell(frame);
        });
    }

    /** Sends without waiting for an answer. */
    tell(frame: RequestFrame): void {
        if (this.#failure === undefined) {
            toLines(frame).forEach((line) => {
                this.pipe.send(line);
            });
        }
    }

    /** Pings from now on; they also notice an end that nobody announced. */
    startPings(): void {
        this.#heardAt = this.clock.now();
        this.#stopPings = this.clock.after(this.timeouts.ping, () => this.#ping(), "background");
    }

    /** Everything waited for, and everything asked from now on, fails with `error`. The first failure stands. */
    fail(error: SessionError): void {
        if (this.#failure !== undefined) {
            return;
        }
        this.#failure = error;
        this.#stopPings();
        this.#snub(error);
        for (const { reject } of this.#waiting.values()) {
            reject(error);
        }
        this.#waiting.clear();
    }

    /** Fails everything and takes the process down. */
    kill(error: SessionError): void {
        this.fail(error);
        this.pipe.kill();
        this.#end();
    }

    #ping(): void {
        if (this.clock.now() - this.#heardAt >= this.timeouts.silence) {
            const seconds = this.timeouts.silence / 1000;
            this.kill(this.#lost(`nothing was heard for ${seconds} s`));
            return;
        }
        this.tell({ id: this.nextId(), op: "ping" });
        this.#stopPings = this.clock.after(this.timeouts.ping, () => this.#ping(), "background");
    }

    #hear(chunk: Buffer): void {
        this.#heardAt = this.clock.now();
        if (this.#failure !== undefined) {
            return;
        }
        try {
            for (const line of this.#splitter.push(chunk)) {
                this.#take(line);
            }
        } catch (cause) {
            this.#garbled(wordsOf(cause));
        }
    }

    #take(line: string): void {
        const read = readLine(line, this.#nonce);
        switch (read.kind) {
            case "noise":
                this.#noise.add(Buffer.from(`${line}\n`));
                return;
            case "garbled":
                this.#garbled(read.reason);
                return;
            case "frame":
                this.#answer(read.frame, line);
        }
    }

    #answer(frame: AgentFrame, line: string): void {
        if (frame.op === "hello") {
            this.#nonce ??= frame.nonce;
            this.#greet(frame);
            return;
        }
        if (frame.op === "accepted" || frame.op === "pong") {
            return;
        }
        if (frame.op === "error" && (frame.id === null || frame.id === undefined)) {
            // Which of our lines it could not read is not known: what was asked may or may not have been done.
            this.#garbled(`the agent could not read a request: ${frame.error?.message ?? "no reason given"}`);
            return;
        }
        const waiting = frame.id === null ? undefined : this.#waiting.get(frame.id);
        if (waiting === undefined || frame.id === null) {
            // A second answer, or one to a request that was given up.
            this.#noise.add(Buffer.from(`${line.slice(0, 200)}\n`));
            return;
        }
        this.#waiting.delete(frame.id);
        waiting.resolve(frame);
    }

    #garbled(reason: string): void {
        this.kill(
            new ProtocolError({
                server: this.server,
                step: "talking to the agent",
                answer: reason,
                hint: "Run again; if it stays, report it with the debug log of the run",
            }),
        );
    }

    #lost(how: string): ConnectionLostError {
        return new ConnectionLostError({
            server: this.server,
            step: "talking to the agent",
            answer: withStderr(how, this.stderr),
            hint: "Check the network, and whether the server or its sshd restarted, then run again",
            retryable: true,
        });
    }

    #endOf({ kind, how }: PipeEnd): SessionError {
        if (kind === "lost" || this.#nonce !== undefined) {
            return this.#lost(kind === "lost" ? how : `the agent ended (${how})`);
        }
        return new AgentStartError({
            server: this.server,
            step: "starting the agent",
            answer: withStderr(`powershell.exe ended (${how}) before it said hello`, this.stderr || this.noise),
            hint: "Check that Windows PowerShell 5.1 is installed and that the execution policy lets a local script run (Get-ExecutionPolicy -List)",
        });
    }
}

export function withStderr(text: string, stderr: string): string {
    return stderr === "" ? text : `${text}; it wrote: ${stderr}`;
}
