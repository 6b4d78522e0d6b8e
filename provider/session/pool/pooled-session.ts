import type { AgentConnection, Outcome } from "../agent/agent-connection";
import type { AgentInfo, AgentSession, WriteAnswer, WriteOptions } from "../agent/agent-session";
import { connectAgent, type Surroundings } from "../agent/connect-agent";
import { wasStopped } from "../agent/results";
import type { ConnectionSettings } from "../connection-settings";
import { settledWithin } from "../deadline";
import {
    AnswerLostError,
    AuthenticationError,
    ConnectionLostError,
    CredentialsError,
    DeadlineError,
    HostKeyError,
    StoppingError,
    wordsOf,
} from "../errors";
import type { AgentCall, CallResult } from "../frames";
import { Lane } from "./lane";
import { type BatchPlan, WriteBatcher } from "./write-batcher";

/** One connection at a time, shared by everybody who needs this server; see {@link AgentSession}. */
export class PooledSession implements AgentSession {
    readonly server: string;
    readonly #lane = new Lane();
    readonly #batcher: WriteBatcher;
    readonly #abort = new AbortController();
    readonly #stopping: StoppingError;
    #current: Promise<AgentConnection> | undefined;
    #open: AgentConnection | undefined;
    #opened = false;
    #closed: Promise<void> | undefined;

    constructor(
        private readonly settings: ConnectionSettings,
        private readonly around: Surroundings,
    ) {
        this.server = `${settings.host}:${settings.port}`;
        const { clock, timeouts } = around;
        this.#batcher = new WriteBatcher((plan) => this.#send(plan), clock, timeouts.quiet, timeouts.quietCap);
        this.#stopping = new StoppingError({
            server: this.server,
            step: "using the connection",
            answer: "the run is ending, nothing was sent",
            hint: "Run again",
        });
    }

    async read(calls: readonly AgentCall[]): Promise<readonly CallResult[]> {
        try {
            return await this.#ask(calls);
        } catch (error) {
            if (!(error instanceof ConnectionLostError) || !error.retryable) {
                throw error;
            }
            return await this.#ask(calls);
        }
    }

    async write(
        calls: readonly AgentCall[],
        readBack: AgentCall,
        { inOrder = false, permit }: WriteOptions = {},
    ): Promise<WriteAnswer> {
        this.#refuseWhenClosed();
        const answer = await this.#batcher.write({ calls, readBack, inOrder, ...(permit && { permit }) });
        if ([...answer.results, answer.readBack].some(wasStopped)) {
            throw this.#answerLost("a call took too long and was stopped");
        }
        return answer;
    }

    async info(): Promise<AgentInfo> {
        return (await this.#connected()).info;
    }

    /** See `closeSessions`. */
    close(deadlineMs: number): Promise<void> {
        this.#closed ??= this.#close(deadlineMs);
        return this.#closed;
    }

    async #close(deadlineMs: number): Promise<void> {
        this.#batcher.refuse(this.#stopping);
        // An attempt to connect has sent nothing for anybody yet.
        this.#abort.abort(this.#stopping);
        const done = await settledWithin(this.around.clock, deadlineMs, this.#batcher.idle);
        if (done) {
            await this.#open?.close(this.#stopping);
        } else {
            this.#open?.kill(this.#stopping);
        }
    }

    #ask(calls: readonly AgentCall[]): Promise<readonly CallResult[]> {
        return this.#lane.run(async () => {
            const outcome = await (await this.#connected()).exchange(calls);
            const results = resultsOf(outcome);
            if (results.some(wasStopped)) {
                throw new DeadlineError({
                    server: this.server,
                    step: "reading",
                    answer: `a call took longer than ${this.settings.callTimeout} s and was stopped`,
                    hint: "Check the server's load and its domain controllers, or raise callTimeout",
                    retryable: true,
                });
            }
            return results;
        });
    }

    /** What fails before `exchange` sent nothing; what `exchange` itself throws leaves the outcome open. */
    #send({ calls, inOrder }: BatchPlan): Promise<readonly CallResult[]> {
        return this.#lane.run(async () => {
            const connection = await this.#connected();
            const outcome = await connection.exchange(calls, inOrder).catch((cause: unknown) => {
                throw this.#answerLost(wordsOf(cause), cause);
            });
            return resultsOf(outcome);
        });
    }

    async #connected(): Promise<AgentConnection> {
        for (;;) {
            this.#refuseWhenClosed();
            this.#current ??= this.#connect();
            const attempt = this.#current;
            const connection = await attempt;
            if (!connection.broken) {
                // Also of use after `close` began: whoever holds a place in the lane is refused here.
                this.#refuseWhenClosed();
                return connection;
            }
            if (this.#current === attempt) {
                this.#current = undefined;
            }
        }
    }

    /** A failure stays in `#current`: fifty resources fail at once, not one after another. */
    #connect(): Promise<AgentConnection> {
        const attempt = this.#connectTwice();
        attempt.then(
            (connection) => {
                this.#open = connection;
                this.#opened = true;
                if (this.#closed !== undefined) {
                    connection.kill(this.#stopping);
                }
            },
            (error: unknown) => {
                if (this.#opened && !isRefusal(error)) {
                    this.around.clock.after(
                        this.around.timeouts.reconnectPause,
                        () => {
                            this.#current = undefined;
                        },
                        "background",
                    );
                }
            },
        );
        return attempt;
    }

    async #connectTwice(): Promise<AgentConnection> {
        const { clock, timeouts, random } = this.around;
        const [least, most] = timeouts.retryPause;
        try {
            return await connectAgent(this.settings, this.around, this.#abort.signal);
        } catch (error) {
            // sshd drops connections at random when many come at once; nothing was asked for yet.
            if (!(error instanceof ConnectionLostError) || !error.retryable || this.#abort.signal.aborted) {
                throw error;
            }
            await new Promise<void>((resolve) => {
                clock.after(least + random() * (most - least), resolve);
            });
            return await connectAgent(this.settings, this.around, this.#abort.signal);
        }
    }

    #refuseWhenClosed(): void {
        if (this.#closed !== undefined) {
            throw this.#stopping;
        }
    }

    #answerLost(how: string, cause?: unknown): AnswerLostError {
        return new AnswerLostError({
            server: this.server,
            step: "writing",
            answer: `the outcome is unknown: ${how}`,
            hint: "Read what is there now before anything is written again",
            retryable: false,
            cause,
        });
    }
}

/** Trying again changes nothing, and may lock an account. */
function isRefusal(error: unknown): boolean {
    return error instanceof HostKeyError || error instanceof AuthenticationError || error instanceof CredentialsError;
}

function resultsOf(outcome: Outcome): readonly CallResult[] {
    if (outcome.kind === "refused") {
        throw outcome.error;
    }
    return outcome.results;
}
