import {
    type Command,
    type Ending,
    type Properties,
    unwatched,
    type Watch,
    type WatchedWrite,
} from "../lifecycle/apply/watch";
import type { AgentSession } from "../session/agent/agent-session";
import { wordsOf } from "../session/errors";
import type { ChangeWindow } from "../window/change-window";
import type { AuditLog } from "./audit-log";
import { AuditLogError, UnloggedError } from "./errors";
import { outside, passageNow, refusal } from "./gate";
import { remedyOf } from "./opening";
import { type AuditRecord, type Origin, outcomeOf, recordOf } from "./record";
import type { Sender } from "./sender";

/** What is watched over, and for whom. */
export interface WatchRequest {
    readonly sender: Sender;
    readonly changeWindow: ChangeWindow | undefined;
    /** File; undefined: nothing is put on record. */
    readonly auditLog: string | undefined;
    readonly session: Pick<AgentSession, "server" | "info">;
    /** What messages call it. */
    readonly resource: string;
    readonly stack: string | null;
    readonly urn: string | null;
    readonly mask: (text: string) => string;
    readonly tell: (warning: string) => void;
}

/** The change window and the audit log, as every write of a run passes them. */
export function watchOver(request: WatchRequest): Watch {
    const { sender, changeWindow, auditLog, resource, tell } = request;
    if (changeWindow === undefined && auditLog === undefined) return unwatched;
    return {
        async begin(commands) {
            const log = auditLog === undefined ? undefined : await opened(request, auditLog);
            let sent = { time: sender.now(), passage: passageNow(changeWindow, sender) };
            const permit = () => {
                sent = { time: sender.now(), passage: passageNow(changeWindow, sender) };
                if (!sent.passage.open) throw refusal(resource, sent.passage.why);
            };
            const end: WatchedWrite["end"] = async (ending, after) => {
                if (log === undefined) return;
                const { passage, time } = sent;
                const gate = passage.open ? passage : { window: null, reason: null };
                const origin = { ...(await originOf(request)), window: gate.window, outsideWindow: gate.reason };
                await append(log, request, recordsOf(request, origin, time, commands, ending, after));
            };
            const { passage } = sent;
            if (!passage.open) {
                await end({ kind: "not sent", why: passage.why }, undefined);
                throw refusal(resource, passage.why);
            }
            if (passage.reason !== null) tell(outside(passage.reason));
            return { permit, end };
        },
    };
}

async function opened({ sender, resource }: WatchRequest, file: string): Promise<AuditLog> {
    try {
        return await sender.openLog(file);
    } catch (cause) {
        const hint = `This was not sent: nothing is written that cannot be put on record. ${remedyOf(cause)}, then run again`;
        const answer = `${file}: ${wordsOf(cause)}`;
        throw new AuditLogError({ resource, step: "opening the audit log", answer, hint, cause });
    }
}

async function originOf({
    sender,
    session,
    stack,
    urn,
}: WatchRequest): Promise<Omit<Origin, "window" | "outsideWindow">> {
    // Of a connection that could not be made, nobody knows more than where it should have gone.
    const { user, computer } = await session.info().catch(() => ({ user: "unknown", computer: "unknown" }));
    return { user: sender.user, client: sender.client, account: user, host: session.server, computer, stack, urn };
}

function recordsOf(
    { mask }: WatchRequest,
    origin: Origin,
    time: number,
    commands: readonly Command[],
    ending: Ending,
    after: readonly Properties[] | undefined,
): readonly AuditRecord[] {
    return commands.map((command, at) => recordOf(origin, time, command, outcomeOf(ending, at), after?.[at], mask));
}

/** The log is closed with its lines: the next write opens it anew, wherever it was moved meanwhile. */
async function append(log: AuditLog, request: WatchRequest, records: readonly AuditRecord[]): Promise<void> {
    try {
        await log.append(records.map((record) => JSON.stringify(record)));
    } catch (cause) {
        const { resource, auditLog } = request;
        const facts = { resource, step: "writing the audit log", cause };
        const answer = `${auditLog}: ${wordsOf(cause)}`;
        if (records.every(({ outcome }) => outcome === "not sent")) {
            throw new AuditLogError({
                ...facts,
                answer,
                hint: "This was not sent. Make the file writable, then run again",
            });
        }
        const missing = records.map(inWords).join("; ");
        throw new UnloggedError({
            ...facts,
            answer: `${answer}. Not on record: ${missing}`,
            hint: "The state holds what was written. Put the log right, and add what is missing to it by hand",
        });
    } finally {
        await log.close().catch(() => undefined);
    }
}

function inWords({ time, cmdlet, parameters, outcome }: AuditRecord): string {
    return `${time} ${cmdlet} ${JSON.stringify(parameters)} ${outcome}`;
}
