import type { AgentCall, CallResult } from "../frames";

/** The answer to a write: results in the order of its calls, and the read-back made after all of them. */
export interface WriteAnswer {
    readonly results: readonly CallResult[];
    readonly readBack: CallResult;
}

export interface WriteOptions {
    /**
     * Later calls presuppose the earlier ones: after the first that fails, the rest and `readBack` are answered with
     * `skipped`. Such calls share their exchange with nobody.
     */
    readonly inOrder?: boolean;
    /** Asked when the calls leave, which may be long after: what it throws is thrown instead of sending them. */
    readonly permit?: () => void;
}

/** What is known of the other end once a session is open. */
export interface AgentInfo {
    /** `AdminDisplayVersion` of the Exchange server reached, null where it could not be read. */
    readonly version: string | null;
    /** Exchange server reached, null where unknown. */
    readonly server: string | null;
    /** FQDN of the domain controller that answered, null where unknown and on Edge servers. */
    readonly domainController: string | null;
    /** Allow-listed cmdlets that exist for the account, null where this could not be asked. */
    readonly cmdlets: readonly string[] | null;
    readonly powerShell: string;
    readonly edition: string;
    readonly computer: string;
    readonly user: string;
    readonly authenticationType: string;
    readonly culture: string;
}

/** A line to the server's Exchange cmdlets. Every rejection is one of `SessionError`. */
export interface AgentSession {
    /** `host:port`, as errors name it. */
    readonly server: string;

    /**
     * Runs calls that change nothing. Repeated once on a fresh connection when the transport broke, never after a
     * refusal (host key, authentication, unreachable).
     */
    read(calls: readonly AgentCall[]): Promise<readonly CallResult[]>;

    /**
     * Runs `calls`, then `readBack`, in one exchange with whatever else is ready to be written. Never repeated. Throws
     * `AnswerLostError` when the answer was lost: the caller settles by reading, which takes a fresh connection.
     */
    write(calls: readonly AgentCall[], readBack: AgentCall, options?: WriteOptions): Promise<WriteAnswer>;

    /** Facts of the open connection; connects when that has not happened yet. */
    info(): Promise<AgentInfo>;
}
