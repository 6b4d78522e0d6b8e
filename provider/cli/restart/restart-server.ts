import { AuditLogError, OutsideWindowError, UnloggedError } from "../../audit/errors";
import { ExchangeTlsError } from "../../errors";
import { type Sent, send } from "../../lifecycle/apply/send";
import type { Watch } from "../../lifecycle/apply/watch";
import type { TransportServiceName } from "../../session/frames";
import { RestartUnknownError, ServiceError } from "../errors";
import { interrupted, orInterrupted, pause } from "../interrupt";
import { askStatus, problemIn, restart, statusIn, testBindings } from "./calls";
import { judge, type Look } from "./look";
import { inFull, lookAt, type ServerRecord, type Standing } from "./report";
import type { Run } from "./run";
import type { Target } from "./target";

/** Between two looks at a server that is coming up. */
const INTERVAL_MS = 3_000;

/** One server: each service, then its bindings. `record` tells how far that came, whatever is thrown. */
export async function restartServer(run: Run, target: Target, record: ServerRecord, standing: Standing): Promise<void> {
    const end = run.clock.now() + run.timeoutS * 1000;
    for (const service of target.services) {
        if (run.signal.aborted) throw interrupted(target.name, inFull(standing));
        const unlogged = await restartService(run, target, service, record, end, standing);
        record.restarted.push(service);
        if (unlogged !== undefined) throw withStanding(unlogged, target, standing);
        run.onEvent({ kind: "running", server: target.name, service });
    }
    record.bindings = await untilListening(run, target, end, standing);
    run.onEvent({ kind: "listening", server: target.name, bindings: record.bindings });
}

/** Rejects unless the service runs again; gives what kept that from being put on record. */
async function restartService(
    run: Run,
    target: Target,
    service: TransportServiceName,
    record: ServerRecord,
    end: number,
    standing: Standing,
): Promise<ExchangeTlsError | undefined> {
    const facts = { server: target.name, step: `restarting ${service}` };
    const status = askStatus(target, service);
    const leftS = Math.ceil((end - run.clock.now()) / 1000);
    if (leftS <= 0) {
        const answer = `its ${run.timeoutS} s were over before this restart, which was not begun`;
        throw new ServiceError({ ...facts, answer, hint: `Give a server more time. ${inFull(standing)}` });
    }
    const commands = [{ call: restart(target, service, leftS), before: { status: "Running" } }];
    const sent: Sent = await send(run.session, announcing(run, target, service), commands, status).catch((cause) => {
        if (!(cause instanceof ExchangeTlsError)) throw cause;
        if (isOurs(cause)) throw withStanding(cause, target, standing, facts.step);
        throw new ServiceError({
            ...facts,
            answer: cause.facts.answer,
            hint: `${cause.facts.hint}. ${inFull(standing)}`,
            cause,
        });
    });
    record.touched = true;
    if (sent.answer === undefined) {
        const now = await settled(run, target, service, end);
        await sent.record([{ status: now }]);
        const lost = `the connection broke before the answer, so whether it was restarted is unknown; it is ${now} now`;
        throw new RestartUnknownError({ ...facts, answer: lost, hint: inFull(standing), cause: sent.lost });
    }
    const { results, readBack } = sent.answer;
    const now = statusIn(readBack);
    const unlogged = await sent.record([{ status: "status" in now ? now.status : "(not readable)" }]);
    const found = statusIn(results[0]);
    if ("status" in found && found.status === "Running") return unlogged;
    const left = "status" in now ? `it is ${now.status} now` : `its status is unknown now: ${now.problem}`;
    const problem = problemIn(results[0]) ?? "the restart is over, and it does not run";
    throw new ServiceError({ ...facts, answer: `${problem} (${left})`, hint: lookAt(target.name, standing) });
}

/** A restart is told once nothing on this side keeps it from being sent. */
function announcing({ watch, onEvent }: Run, target: Target, service: TransportServiceName): Watch {
    return {
        async begin(commands) {
            const write = await watch.begin(commands);
            onEvent({ kind: "restarting", server: target.name, service });
            return write;
        },
    };
}

function isOurs(error: ExchangeTlsError): boolean {
    return [OutsideWindowError, AuditLogError, UnloggedError].some((kind) => error instanceof kind);
}

/** The same error, which tells besides how far the run came. Of what was not sent it says itself when to run again. */
function withStanding(error: ExchangeTlsError, { name }: Target, standing: Standing, step = error.facts.step): Error {
    const rest = error instanceof UnloggedError ? inFull(standing) : standing.soFar();
    const facts = { ...error.facts, resource: undefined, server: name, step, hint: `${error.facts.hint}. ${rest}` };
    if (error instanceof OutsideWindowError) return new OutsideWindowError(facts);
    return error instanceof AuditLogError ? new AuditLogError(facts) : new UnloggedError(facts);
}

/** The status after a lost answer, when it runs or the time is over. The restart itself is never sent again. */
async function settled(run: Run, target: Target, service: TransportServiceName, end: number): Promise<string> {
    for (;;) {
        const [result] = await run.session.read([askStatus(target, service)]).catch(() => []);
        const found = statusIn(result);
        const over = run.clock.now() + INTERVAL_MS > end || run.signal.aborted;
        if (("status" in found && found.status === "Running") || over) {
            return "status" in found ? found.status : `in an unknown state (${found.problem})`;
        }
        await pause(run.clock, INTERVAL_MS, run.signal);
    }
}

async function untilListening(run: Run, target: Target, end: number, standing: Standing): Promise<number> {
    for (;;) {
        if (run.signal.aborted) throw interrupted(target.name, inFull(standing));
        const seen = await orInterrupted(run.signal, look(run, target, standing), () =>
            interrupted(target.name, inFull(standing)),
        );
        if (seen.listening) return seen.bindings;
        if (run.clock.now() + INTERVAL_MS > end) throw seen.error;
        run.onEvent({ kind: "waiting", server: target.name, answer: seen.error.facts.answer });
        await pause(run.clock, INTERVAL_MS, run.signal);
    }
}

/** A connection that breaks meanwhile says nothing about the server: asked again, as long as there is time. */
async function look({ session }: Run, target: Target, standing: Standing): Promise<Look> {
    const calls = [...target.services.map((service) => askStatus(target, service)), testBindings(target)];
    try {
        return judge(target, await session.read(calls), lookAt(target.name, standing));
    } catch (cause) {
        if (!(cause instanceof ExchangeTlsError)) throw cause;
        const facts = {
            server: target.name,
            step: "waiting for the server",
            answer: cause.message,
            hint: inFull(standing),
            cause,
        };
        if (cause.retryable) return { listening: false, error: new ServiceError(facts) };
        throw new ServiceError(facts);
    }
}
