import { type Sender, thisProcess } from "../../audit/sender";
import { type PinnedSession, pinned } from "../../lifecycle/observe/pinned";
import { PlanRecords } from "../../plan-record/plan-records";
import type { ConnectionSettings } from "../../session/connection-settings";
import { attachToEngine } from "../engine/engine";
import type { Log } from "../engine/engine-log";

/** The ways out of the provider: to the servers, to the engine's log, and to the computer that it runs on. */
export interface Ways {
    session(settings: ConnectionSettings): PinnedSession;
    log(): Log;
    readonly sender: Sender;
    /** What previews told, where updates keep to it. */
    readonly planRecords: PlanRecords;
}

/** Those of a process that the engine started. */
export const ofThisProcess: Ways = {
    session: pinned,
    log: attachToEngine,
    sender: thisProcess,
    planRecords: new PlanRecords(),
};
