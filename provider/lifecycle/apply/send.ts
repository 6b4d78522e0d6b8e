import { ExchangeTlsError } from "../../errors";
import { AnswerLostError, wordsOf } from "../../session/errors";
import type { AgentCall } from "../../session/frames";
import type { AgentSession, WriteAnswer, WriteOptions } from "../../session/pool/pool";
import { DefectError } from "../errors";
import type { Command, Properties, Watch } from "./watch";

/** A write that went out. */
export interface Sent {
    /** Undefined: the answer was lost, as `lost` says. */
    readonly answer: WriteAnswer | undefined;
    readonly lost?: AnswerLostError;
    /** Puts it on record with what was read since; gives the error that says what is not on record. */
    record(after: readonly Properties[] | undefined): Promise<ExchangeTlsError | undefined>;
}

/** Sends commands past the watch. Rejects where nothing was sent; that, too, is on record then. */
export async function send(
    session: AgentSession,
    watch: Watch,
    commands: readonly Command[],
    readBack: AgentCall,
    options: WriteOptions = {},
): Promise<Sent> {
    const write = await watch.begin(commands);
    const calls = commands.map(({ call }) => call);
    try {
        const answer = await session.write(calls, readBack, { ...options, permit: write.permit });
        const ending = { kind: "answered", results: answer.results } as const;
        return { answer, record: (after) => errorOf(write.end(ending, after)) };
    } catch (error) {
        const why = wordsOf(error);
        if (error instanceof AnswerLostError) {
            const record: Sent["record"] = (after) => errorOf(write.end({ kind: "lost", why }, after));
            return { answer: undefined, lost: error, record };
        }
        // Of a defect of ours nobody knows how far it came.
        await errorOf(write.end({ kind: error instanceof ExchangeTlsError ? "not sent" : "lost", why }, undefined));
        throw error;
    }
}

async function errorOf(work: Promise<void>): Promise<ExchangeTlsError | undefined> {
    try {
        await work;
        return undefined;
    } catch (error) {
        // Never thrown: what was written must reach the state, whatever becomes of the record.
        return error instanceof ExchangeTlsError ? error : new DefectError("audit log", error);
    }
}
