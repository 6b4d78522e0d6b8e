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
    reunited,
    type SettingsPlan,
    settle,
} from "../resources/schannel-settings";
import { AnswerLostError } from "../session/errors";
import type { AgentInfo, AgentSession } from "../session/pool";
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

/** Observe, plan, apply, prove, as `reconcile` does for objects of the directory: one write, read back in its exchange. */
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
        try {
            const { results, readBack } = await session.write([...plan.calls, ...readCalls()], BOOT);
            const settled = settle(plan, kept, results.slice(0, plan.calls.length), readBack);
            const before = kept;
            kept = settled.kept;
            wrote = true;
            live = liveOf(results.slice(plan.calls.length));
            known.set(session, Promise.resolve(live));
            if (settled.failed.length > 0) {
                kept = reunited(before, settled.kept, settled.failed, live);
                return end(new SettingsRefusedError(resource, settled.failures));
            }
        } catch (error) {
            if (!(error instanceof ExchangeTlsError)) return end(new DefectError(resource, error));
            if (!(error instanceof AnswerLostError)) return end(error);
            wrote = true;
            try {
                const before = kept;
                kept = reunited(before, plan.after, plan.changes, undefined);
                live = await lookAtSettings(session);
                kept = reunited(before, plan.after, plan.changes, live);
            } catch (blind) {
                return end(blind instanceof ExchangeTlsError ? blind : error);
            }
        }
    }
}
