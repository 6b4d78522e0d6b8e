import type { AgentCall, CallResult } from "../../session/frames";

/** What is seen of the object that a command is about, by property; null: it is not there. */
export type Properties = Readonly<Record<string, unknown>> | null;

/** One command that is about to be sent. */
export interface Command {
    readonly call: AgentCall;
    readonly before: Properties;
    /** Names of what is secret in `call`'s parameters, in `before` and in what is read after it. */
    readonly secret?: ReadonlySet<string>;
}

/** What became of commands that went out together. */
export type Ending =
    | { readonly kind: "answered"; readonly results: readonly CallResult[] }
    | { readonly kind: "lost"; readonly why: string }
    | { readonly kind: "not sent"; readonly why: string };

/**
 * Every write of a run passes here, once: before it goes out, to be refused or let through; and after, to be put on record.
 */
export interface Watch {
    /** Rejects where nothing may be sent. */
    begin(commands: readonly Command[]): Promise<WatchedWrite>;
}

export interface WatchedWrite {
    /** Throws where the commands may not be sent any more: asked at the moment at which they leave. */
    readonly permit: () => void;
    /**
     * Puts on record how it ended. `after`: what was read of each command's properties since; undefined where nothing was.
     * Rejects, with an error that says what is not on record, where that cannot be done.
     */
    end(ending: Ending, after: readonly Properties[] | undefined): Promise<void>;
}

export const unwatched: Watch = {
    begin: async () => ({ permit: () => undefined, end: async () => undefined }),
};
