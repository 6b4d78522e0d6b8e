import type { Sender } from "../audit/sender";
import type { Clock } from "../session/clock";
import type { ConnectionSettings } from "../session/connection-settings";
import type { SecretSources } from "../session/credentials";
import type { AgentSession } from "../session/pool/pool";

/** What the command takes from the process around it. */
export interface Surroundings {
    readonly secrets: SecretSources;
    readonly clock: Clock;
    readonly sender: Sender;
    readonly sessionFor: (settings: ConnectionSettings) => AgentSession;
    /** Ends the command after the service under way. */
    readonly signal: AbortSignal;
    readonly out: (line: string) => void;
    readonly progress: (line: string) => void;
}
