import type { Clock, Timeouts } from "../clock";
import { settledWithin } from "../deadline";
import { DeadlineError, ExchangeSessionError, ProtocolError, type SessionError } from "../errors";
import type { AgentCall, AgentError, CallResult } from "../frames";
import type { SshLink } from "../ssh/ssh-link";
import type { AgentChannel } from "./agent-channel";
import type { AgentInfo } from "./agent-session";
import { readResults } from "./results";

/** What became of an exchange that was answered. */
export type Outcome =
    | { readonly kind: "results"; readonly results: readonly CallResult[] }
    /** The agent said that it did nothing of it. */
    | { readonly kind: "refused"; readonly error: SessionError };

/** An open line: logged on, agent running, Exchange session open. */
export class AgentConnection {
    constructor(
        private readonly link: SshLink,
        private readonly channel: AgentChannel,
        readonly info: AgentInfo,
        private readonly server: string,
        private readonly callTimeout: number,
        private readonly clock: Clock,
        private readonly timeouts: Timeouts,
    ) {
        channel.ended.then(() => link.close());
        channel.startPings();
        link.hold(false);
    }

    get broken(): boolean {
        return this.channel.failure !== undefined;
    }

    /**
     * Sends at once, in one exchange. A rejection says that the answer is lost, not that nothing was done.
     * `stopOnError`: what comes after a failed call is skipped.
     */
    async exchange(calls: readonly AgentCall[], stopOnError = false): Promise<Outcome> {
        const id = this.channel.nextId();
        const limit = this.#limitFor(calls);
        const answer = this.channel.request({ id, op: "batch", stopOnError, calls });
        let giveUp: () => void = () => undefined;
        const cancel = this.clock.after(limit, () => {
            this.channel.tell({ id, op: "cancel" });
            giveUp = this.clock.after(this.timeouts.cancelGrace, () => this.channel.kill(this.#late(limit)));
        });
        this.link.hold(true);
        try {
            const frame = await answer;
            if (frame.op === "error") {
                return { kind: "refused", error: this.#refused(frame.error) };
            }
            const results = frame.op === "result" ? readResults(frame.results, calls.length) : undefined;
            if (results === undefined) {
                throw this.#unreadable(frame.op);
            }
            return { kind: "results", results };
        } finally {
            cancel();
            giveUp();
            this.link.hold(false);
        }
    }

    /** Says bye and waits a moment for the agent to end itself. */
    async close(reason: SessionError): Promise<void> {
        this.channel.tell({ id: this.channel.nextId(), op: "bye" });
        this.channel.fail(reason);
        this.link.hold(true);
        if (!(await settledWithin(this.clock, this.timeouts.goodbye, this.channel.ended))) {
            this.kill(reason);
        }
        this.link.close();
    }

    kill(reason: SessionError): void {
        this.channel.kill(reason);
    }

    #limitFor(calls: readonly AgentCall[]): number {
        const one = this.callTimeout * 1000;
        const each = calls.map((call) => one + restartTime(call));
        const all = each.reduce((sum, limit) => sum + limit, 0);
        return Math.min(Math.max(all, one), Math.max(...each, one, this.timeouts.exchange));
    }

    #late(limit: number): DeadlineError {
        return new DeadlineError({
            server: this.server,
            step: "waiting for the answer",
            answer: `none came within ${limit / 1000} s, and the call could not be stopped`,
            hint: "Check the server's load and its domain controllers, or raise callTimeout",
            retryable: true,
        });
    }

    #refused(error: AgentError): SessionError {
        const facts = { server: this.server, answer: `${error.message} (${error.code})`, retryable: error.transient };
        return error.code === "Session"
            ? new ExchangeSessionError({
                  ...facts,
                  step: "using the Exchange session",
                  hint: "Check the Exchange services and IIS of the server, then run again",
              })
            : new ProtocolError({
                  ...facts,
                  step: "asking the agent",
                  hint: "Report it with the debug log of the run",
              });
    }

    #unreadable(op: string): ProtocolError {
        const error = new ProtocolError({
            server: this.server,
            step: "reading the answer",
            answer: `a ${op} frame that does not hold one result for each call`,
            hint: "Report it with the debug log of the run",
        });
        this.channel.kill(error);
        return error;
    }
}

/** How long the agent waits besides for a service that stops late (300 s), and then for it to run again (30 s). */
const LATE_STOP_MS = 330_000;

/** A restart names its own time: the agent gives up first, and knows more then. */
function restartTime(call: AgentCall): number {
    return "service" in call && call.service === "restart" ? 1000 * (call.timeoutS ?? 0) + LATE_STOP_MS : 0;
}
