import type { ConnectionSettings } from "../../session/connection-settings";
import type { AgentCall, CallResult } from "../../session/frames";
import {
    type AgentInfo,
    type AgentSession,
    sessionFor,
    type WriteAnswer,
    type WriteOptions,
} from "../../session/pool/pool";

/**
 * A session whose calls all go through one domain controller: the one that answered when it was opened, or the one that
 * the connection names. What was written is then seen by the next reading, whatever replication does (sheet, 2.2).
 */
export class PinnedSession implements AgentSession {
    #info: Promise<AgentInfo> | undefined;

    constructor(
        private readonly inner: AgentSession,
        private readonly named: string | undefined,
    ) {}

    get server(): string {
        return this.inner.server;
    }

    async read(calls: readonly AgentCall[]): Promise<readonly CallResult[]> {
        return await this.inner.read(await this.#through(calls));
    }

    async write(calls: readonly AgentCall[], readBack: AgentCall, options?: WriteOptions): Promise<WriteAnswer> {
        const [last, ...all] = (await this.#through([readBack, ...calls])) as [AgentCall, ...AgentCall[]];
        return await this.inner.write(all, last, options);
    }

    /** Of the first connection of the run: the domain controller stays, also when the connection is made anew. */
    info(): Promise<AgentInfo> {
        this.#info ??= this.inner.info();
        return this.#info;
    }

    async #through(calls: readonly AgentCall[]): Promise<readonly AgentCall[]> {
        const { domainController } = await this.info();
        const DomainController = domainController === null ? null : (this.named ?? domainController);
        // Edge servers have none, and their cmdlets refuse the parameter.
        if (DomainController === null) return calls;
        return calls.map((call) =>
            "cmd" in call && call.local === undefined ? { ...call, par: { ...call.par, DomainController } } : call,
        );
    }
}

const sessions = new WeakMap<AgentSession, PinnedSession>();

/** The session of this process for these settings, pinned. */
export function pinned(settings: ConnectionSettings): PinnedSession {
    const inner = sessionFor(settings);
    const session = sessions.get(inner) ?? new PinnedSession(inner, settings.exchange.domainController);
    sessions.set(inner, session);
    return session;
}
