import { readFile } from "node:fs/promises";
import path from "node:path";

import type { AgentSession } from "../agent/agent-session";
import type { Surroundings } from "../agent/connect-agent";
import { systemClock, TIMEOUTS } from "../clock";
import type { ConnectionSettings } from "../connection-settings";
import { StoppingError } from "../errors";
import { agentSource } from "../ssh/delivery";
import { PooledSession } from "./pooled-session";

export type { AgentInfo, AgentSession, WriteAnswer, WriteOptions } from "../agent/agent-session";
export type { Surroundings } from "../agent/connect-agent";

/** The process's own environment, files, agent script and clock. */
export function ownSurroundings(): Surroundings {
    return {
        secrets: { env: process.env, readFile: (file) => readFile(file, "utf8") },
        agent: async () => agentSource(await readFile(path.join(__dirname, "../../agent/agent.ps1"))),
        clock: systemClock,
        timeouts: TIMEOUTS,
        random: Math.random,
    };
}

/** Sessions by what their settings say. */
export class SessionPool {
    readonly #sessions = new Map<string, PooledSession>();
    #closed: Promise<void> | undefined;

    constructor(private readonly around: Surroundings) {}

    sessionFor(settings: ConnectionSettings): AgentSession {
        const key = keyOf(settings);
        const known = this.#sessions.get(key);
        if (known !== undefined) {
            return known;
        }
        if (this.#closed !== undefined) {
            throw new StoppingError({
                server: `${settings.host}:${settings.port}`,
                step: "connecting",
                answer: "the run is ending",
                hint: "Run again",
            });
        }
        const session = new PooledSession(settings, this.around);
        this.#sessions.set(key, session);
        return session;
    }

    close(deadlineMs: number): Promise<void> {
        this.#closed ??= Promise.all([...this.#sessions.values()].map((session) => session.close(deadlineMs))).then(
            () => undefined,
        );
        return this.#closed;
    }
}

/** Same settings, same text, whatever the order of properties and of fingerprints. */
function keyOf(settings: ConnectionSettings): string {
    return JSON.stringify([
        Object.entries({ ...settings, hostKey: settings.hostKey.toSorted(), exchange: undefined }).sort(byName),
        Object.entries(settings.exchange).sort(byName),
    ]);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
    return a < b ? -1 : 1;
}

/** The one thing that lives as long as the process: connections cost seconds, and every resource needs one. */
const pool = new SessionPool(ownSurroundings());

/** The session of this process for these settings: same settings, same session. Connects at its first use. */
export function sessionFor(settings: ConnectionSettings): AgentSession {
    return pool.sessionFor(settings);
}

/**
 * Refuses whatever is new or not sent yet, awaits writes under way for at most `deadlineMs`, says bye and closes every
 * connection. A second call gets the first one's promise; every use afterwards fails with `StoppingError`.
 */
export function closeSessions(deadlineMs: number): Promise<void> {
    return pool.close(deadlineMs);
}
