import { ExchangeTlsError } from "../errors";
import {
    BOOT,
    type Exchange,
    exchangeOf,
    type Kept,
    type Live,
    liveOf,
    nothingKept,
    readCalls,
    type SettingsPlan,
    settle,
} from "../resources/schannel-settings";
import { AnswerLostError } from "../session/errors";
import type { AgentInfo, AgentSession, WriteAnswer } from "../session/pool";
import { shortServerName } from "../values/server-name";
import { DefectError, NotReachedError, RefusedError, SettingsRefusedError } from "./errors";

/** Everything of one server, read once per run and after each write. */
const known = new WeakMap<AgentSession, Promise<Live>>();

/** What the server has, in one exchange for the whole run. */
export function settingsOf(session: AgentSession): Promise<Live> {
    return known.get(session) ?? lookAtSettings(session);
}

function lookAtSettings(session: AgentSession): Promise<Live> {
    const live = session.read(readCalls()).then(liveOf);
    known.set(session, live);
    return live;
}

/** Version of Exchange on the very machine whose registry is read; undefined where another server answers. */
export function exchangeOn({ computer, server, version }: AgentInfo): Exchange | undefined {
    const here = server !== null && shortServerName(server) === shortServerName(computer);
    return here ? exchangeOf(version) : undefined;
}

/** How it ended; what was written is told either way. */
export interface SettingsOutcome {
    readonly live: Live;
    readonly kept: Kept;
    readonly notes: readonly string[];
    readonly held: readonly string[];
    readonly error?: ExchangeTlsError;
    readonly wrote: boolean;
}

/** A write whose answer was lost is settled by reading; then it is made once more, not again. */
const MAX_WRITES = 2;

/**
 * Observe, plan, apply, prove, as `reconcile` does for objects of the directory. The write is one exchange, which ends at
 * the first call that fails; what became of it is read in the next.
 */
export async function reconcileSettings(
    session: AgentSession,
    resource: string,
    decide: (live: Live, kept: Kept) => SettingsPlan,
    remembered: Kept = nothingKept,
): Promise<SettingsOutcome> {
    let live = await settingsOf(session);
    let kept = remembered;
    let wrote = false;
    let notes: readonly string[] | undefined;
    for (let writes = 0; ; writes += 1) {
        const plan = decide(live, kept);
        // The first plan's tell of the server as it was found, which nobody told before a removal.
        const told = notes ?? plan.notes;
        notes = told;
        const end = (error?: ExchangeTlsError): SettingsOutcome => ({
            live,
            kept: error === undefined ? plan.after : kept,
            notes: told,
            held: plan.held,
            wrote,
            ...(error && { error }),
        });
        if (plan.refusals.length > 0) return end(new RefusedError(resource, plan.refusals, wrote));
        if (plan.calls.length === 0) return end();
        if (writes === MAX_WRITES) return end(new NotReachedError(resource, plan.words));
        let answer: WriteAnswer | undefined;
        try {
            answer = await session.write(plan.calls, BOOT, { inOrder: true });
        } catch (error) {
            if (!(error instanceof ExchangeTlsError)) return end(new DefectError(resource, error));
            if (!(error instanceof AnswerLostError)) return end(error);
        }
        wrote = true;
        const before = kept;
        kept = settle(plan, before, answer, undefined).kept;
        try {
            // In an exchange of its own: what cannot be read on a sound server would end the write's.
            live = await lookAtSettings(session);
        } catch (error) {
            return end(error instanceof ExchangeTlsError ? error : new DefectError(resource, error));
        }
        const settled = settle(plan, before, answer, live);
        kept = settled.kept;
        if (settled.failures.length > 0) {
            return end(new SettingsRefusedError(resource, settled.failures, settled.skipped));
        }
    }
}
