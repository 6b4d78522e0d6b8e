import { type PinnedSession, pinned } from "../lifecycle/pinned";
import type { ConnectionSettings } from "../session/connection-settings";
import { attachToEngine } from "./engine";
import type { Log } from "./engine-log";

/** The ways out of the provider: to the servers, and to the engine's log. */
export interface Ways {
    session(settings: ConnectionSettings): PinnedSession;
    log(): Log;
}

/** Those of a process that the engine started. */
export const ofThisProcess: Ways = { session: pinned, log: attachToEngine };
