import { ExchangeTlsError } from "../errors";
import {
    BOOT,
    changeId,
    commandsOf,
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
import type { AgentInfo, AgentSession } from "../session/pool/pool";
import { shortServerName } from "../values/server-name";
import { type Sent, send } from "./apply/send";
import type { Watch } from "./apply/watch";
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
    /** What the server lacks and no preview told, so that it was not written. */
    readonly later: readonly string[];
    readonly error?: ExchangeTlsError;
    readonly wrote: boolean;
}

/** Plans for a server; `only`: `changeId` of what may be written. */
export type Decide = (live: Live, kept: Kept, only: ReadonlySet<string> | undefined) => SettingsPlan;

/** A write whose answer was lost is settled by reading; then it is made once more, not again. */
const MAX_WRITES = 2;

/**
 * Observe, plan, apply, prove, as `reconcile` does for objects of the directory. The write is one exchange, which ends at
 * the first call that fails; what became of it is read in the next. Only what the first plan listed is written, because that
 * is what a preview told.
 */
export async function reconcileSettings(
    session: AgentSession,
    resource: string,
    watch: Watch,
    decide: Decide,
    remembered: Kept = nothingKept,
): Promise<SettingsOutcome> {
    let live = await settingsOf(session);
    let kept = remembered;
    let wrote = false;
    const notes: string[] = [];
    let first: SettingsPlan | undefined;
    for (let writes = 0; ; writes += 1) {
        const plan = decide(live, kept, first && new Set(first.changes.map(changeId)));
        // The first plan's notes tell of the server as it was found, which nobody told before a removal.
        if (first === undefined) notes.push(...plan.notes);
        first ??= plan;
        const { held } = first;
        const end = (error?: ExchangeTlsError): SettingsOutcome => ({
            live,
            kept: error === undefined ? plan.after : kept,
            notes,
            // What waits for a restart was told: it is neither new nor helped by another run.
            later: plan.later.filter((words) => !held.includes(words)),
            wrote,
            ...(error && { error }),
        });
        if (plan.refusals.length > 0) return end(new RefusedError(resource, plan.refusals, wrote));
        if (plan.calls.length === 0) return end();
        if (writes === MAX_WRITES) return end(new NotReachedError(resource, plan.words));
        let sent: Sent;
        try {
            sent = await send(session, watch, commandsOf(plan.changes, live), BOOT, { inOrder: true });
        } catch (error) {
            return end(error instanceof ExchangeTlsError ? error : new DefectError(resource, error));
        }
        wrote = true;
        const before = kept;
        kept = settle(plan, before, sent.answer, undefined).kept;
        try {
            // In an exchange of its own: what cannot be read on a sound server would end the write's.
            live = await lookAtSettings(session);
        } catch (error) {
            const unlogged = await sent.record(undefined);
            if (unlogged !== undefined) notes.push(unlogged.message);
            return end(error instanceof ExchangeTlsError ? error : new DefectError(resource, error));
        }
        const unlogged = await sent.record(commandsOf(plan.changes, live).map(({ before: now }) => now));
        const settled = settle(plan, before, sent.answer, live);
        kept = settled.kept;
        if (settled.failures.length > 0) {
            if (unlogged !== undefined) notes.push(unlogged.message);
            return end(new SettingsRefusedError(resource, settled.failures, settled.skipped));
        }
        if (unlogged !== undefined) return end(unlogged);
    }
}
