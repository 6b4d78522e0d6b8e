import type { AgentSession } from "./agent-session";
import type { ConnectionSettings } from "./connection-settings";

export type { AgentInfo, AgentSession, WriteAnswer } from "./agent-session";

/** The session of this process for these settings: same settings, same session. Connects at its first use. */
export function sessionFor(_settings: ConnectionSettings): AgentSession {
    throw new Error("not built yet");
}

/** Refuses whatever is new, awaits writes under way for at most `deadlineMs`, and closes every connection. */
export function closeSessions(_deadlineMs: number): Promise<void> {
    return Promise.resolve();
}
