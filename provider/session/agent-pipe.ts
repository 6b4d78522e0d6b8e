/** How the agent's process, or the way to it, ended. */
export interface PipeEnd {
    /** `lost`: the transport broke. `exited`: the process ended. */
    readonly kind: "lost" | "exited";
    /** In words, e.g. `exit code 1`. */
    readonly how: string;
}

/** Bytes to and from a running agent; SSH today, a child process's pipes some day. */
export interface AgentPipe {
    /** Called once, before anything else; nothing that arrives earlier is lost. */
    listen(ears: {
        readonly output: (chunk: Buffer) => void;
        readonly diagnostics: (chunk: Buffer) => void;
        readonly ended: (end: PipeEnd) => void;
    }): void;
    /** Hands over a line. Whether it arrived is told by answers only. */
    send(line: string): void;
    /** Kills the process as far as the server allows it, and closes. */
    kill(): void;
}
