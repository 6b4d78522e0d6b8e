import type { AgentError, WireObject } from "../../../provider/session/frames.js";

/** What came of a call that Windows itself answers. */
export interface CallOutcome {
    readonly error: AgentError | null;
    readonly out: readonly WireObject[];
    /** Something was changed or set going. */
    readonly effect: boolean;
}
