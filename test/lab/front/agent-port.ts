/** The pipes and the process around one agent, as a front provides them. */
export interface AgentPort {
    /** Standard output. */
    write(text: string): void;
    /** Ends the process. */
    exit(code: number): void;
    /** The client's whole connection goes; `sent`: after what was written has left. */
    cut(sent: boolean): void;
}

export type Logon = "password" | "publickey";

/** Exit code of a process that an unhandled .NET exception ended. */
export const CRASH_CODE = 0xe0434352;
