import { ExchangeTlsError } from "../../errors";
import type { Kind } from "../../resources/kind";
import type { AgentError, CallResult } from "../../session/frames";
import type { AgentSession } from "../../session/pool/pool";
import { CmdletError, DefectError, NotReachedError, RefusedError, UnprovedError, UnreadableError } from "../errors";
import { type Live, liveOf, readCall } from "../observe/live";
import { look, type Section, sectionOf, seen } from "../observe/snapshot";
import { appeared } from "../observe/visibility";
import { inWords } from "../plan/changes";
import type { Plan } from "../plan/plan";
import { type Bookkeeping, eitherWay, nothingKept } from "../remember/bookkeeping";
import { commandsOf, touchedBy } from "./commands";
import { hintFor } from "./hints";
import { type Sent, send } from "./send";
import type { Watch } from "./watch";

/** One object and the way to it. */
export interface Target {
    readonly kind: Kind;
    readonly session: AgentSession;
    /** What messages call it, e.g. `send connector 'To Fabrikam'`. */
    readonly resource: string;
    /** Whether a subscription may keep this object from being written where the session is. */
    readonly onEdge: boolean;
    /** What every write passes. */
    readonly watch: Watch;
    /** Declared properties that are secrets. */
    readonly secrets: ReadonlySet<string>;
    find(section: Section): Live | undefined;
    /** Decides from what is live and from what is remembered (undefined: nothing was written yet). */
    plan(live: Live | undefined, kept: Bookkeeping | undefined): Promise<Plan>;
}

/** How it ended; what was written is told either way. */
export interface Outcome {
    readonly live: Live | undefined;
    readonly kept: Bookkeeping;
    readonly notes: readonly string[];
    /** Why it did not end well. */
    readonly error?: ExchangeTlsError;
    /** Whether the server accepted, or may have accepted, a write. */
    readonly wrote: boolean;
}

/** A write that had no effect, or whose answer was lost, is settled by reading; then it is made once more, not again. */
const MAX_WRITES = 2;

/** Observe, plan, apply, prove: the one order for create, adopt, update and delete. */
export async function reconcile(target: Target, remembered: Bookkeeping | undefined): Promise<Outcome> {
    const { kind, session, resource } = target;
    let live = target.find(await sectionOf(session, kind));
    let kept = remembered;
    let wrote = false;
    let failure: { error: AgentError; plan: Plan } | undefined;
    let writes = 0;
    const notes: string[] = [];
    for (;;) {
        let plan: Plan;
        try {
            plan = await target.plan(live, kept);
            if (plan.readFirst && plan.refusals.length === 0) {
                live = target.find(await look(session, kind));
                plan = await target.plan(live, kept);
            }
        } catch (cause) {
            if (!wrote) throw cause;
            const error = cause instanceof ExchangeTlsError ? cause : new DefectError(resource, cause);
            return { live, kept: kept ?? nothingKept, notes, wrote, error };
        }
        const end = (error?: ExchangeTlsError): Outcome => ({
            live,
            kept: error === undefined ? plan.after : (kept ?? plan.after),
            notes,
            wrote,
            ...(error && { error }),
        });
        // What the first plan told needs no second word once it is done.
        if (plan.calls.length > 0 || !wrote) notes.push(...plan.notes);
        if (plan.refusals.length > 0) return end(new RefusedError(resource, plan.refusals, wrote));
        if (plan.calls.length === 0) return end();
        const [call] = plan.calls;
        const again = writes < MAX_WRITES && failure?.error.transient === true;
        if (failure !== undefined && sameCalls(plan, failure.plan) && !again) {
            return end(
                new CmdletError(
                    resource,
                    call?.cmd ?? "",
                    failure.error,
                    hintFor(failure.error, { onEdge: target.onEdge, wrote }),
                ),
            );
        }
        if (writes === MAX_WRITES) {
            return end(
                new NotReachedError(
                    resource,
                    plan.changes.map((change) => inWords(kind.fields, change)),
                ),
            );
        }
        writes += 1;

        let sent: Sent;
        try {
            const commands = commandsOf(kind, plan, live, target.secrets);
            sent = await send(session, target.watch, commands, readCall(kind));
        } catch (error) {
            return end(error instanceof ExchangeTlsError ? error : new DefectError(resource, error));
        }
        const { answer, lost } = sent;
        let blind: ExchangeTlsError | undefined;
        let isRead = false;
        try {
            if (answer !== undefined) {
                const { results, readBack } = answer;
                const error = results.map(errorOf).find((one) => one !== undefined);
                failure = error && { error, plan };
                kept = error === undefined ? plan.after : afterRefusal(plan, kept);
                wrote ||= error === undefined;
                const made = plan.action === "create" && error === undefined ? created(kind, results) : undefined;
                // Of what was accepted the state must know, also when nothing can be read any more.
                live = made ?? live;
                const shown = target.find(
                    errorOf(readBack) ? await look(session, kind) : seen(session, kind, readBack),
                );
                live = shown ?? (made && ((await appearing(target)) ?? made));
                // What only Set- takes follows now, as a write of its own.
                if (made !== undefined) writes = 0;
            } else {
                kept = eitherWay(kept, plan.after);
                wrote = true;
                failure = undefined;
                live = target.find(await look(session, kind));
            }
            isRead = true;
        } catch (error) {
            if (!(error instanceof ExchangeTlsError)) blind = lost ?? new DefectError(resource, error);
            else if (wrote && lost === undefined && error instanceof UnreadableError) {
                blind = new UnprovedError(resource, error);
            } else blind = error;
        }
        const after = touchedBy(kind, plan, live);
        const unlogged = await sent.record(isRead ? plan.calls.map(() => after) : undefined);
        if (blind !== undefined && unlogged !== undefined) notes.push(unlogged.message);
        if (blind !== undefined || unlogged !== undefined) return end(blind ?? unlogged);
    }
}

/**
 * What is remembered of a write that the server refused: values taken over are safe to remember whatever happened, an
 * entry is ours and a secret is known to be there only when its write was accepted, and an object that could not be made is not ours at all.
 */
function afterRefusal(plan: Plan, kept: Bookkeeping | undefined): Bookkeeping | undefined {
    if (plan.action === "create") return kept;
    return { ...plan.after, added: kept?.added ?? {}, written: kept?.written ?? {} };
}

/** Waits until the directory shows a new object, which replication may delay. */
function appearing({ session, kind, find }: Target): Promise<Live | undefined> {
    return appeared(async () => find(await look(session, kind)));
}

/** The object as the cmdlet that made it showed it. */
function created(kind: Kind, results: readonly CallResult[]): Live | undefined {
    const [result] = results;
    if (result === undefined || !("ok" in result) || !result.ok) return undefined;
    const [object] = result.out;
    return object && liveOf(kind, object);
}

function errorOf(result: CallResult): AgentError | undefined {
    return "ok" in result && !result.ok ? result.error : undefined;
}

function sameCalls(a: Plan, b: Plan): boolean {
    return JSON.stringify(a.calls) === JSON.stringify(b.calls);
}
