import { readFile } from "node:fs/promises";
import type { CallResult, CmdletCall } from "../../../provider/session/frames.js";
import { type AgentSession, ownSurroundings, SessionPool } from "../../../provider/session/pool/pool.js";
import { settingsOf } from "../../session/settings.js";

export const LISTS: CmdletCall = {
    cmd: "Get-TransportConfig",
    par: {},
    sel: ["TLSSendDomainSecureList", "TLSReceiveDomainSecureList"],
};

export function addDomain(domain: string): CmdletCall {
    const merge = { $: "merge", add: [domain], remove: [] } as const;
    return { cmd: "Set-TransportConfig", par: { TLSSendDomainSecureList: merge }, sel: [] };
}

/** The provider's own sessions with the real agent script. Close it, then nothing of them is left. */
export class Client {
    private readonly pools: SessionPool[] = [];

    constructor(private readonly environment: Readonly<Record<string, string>> = {}) {}

    /** A session of a pool of its own: connects anew. */
    session(connection: object): AgentSession {
        const secrets = { env: this.environment, readFile: (file: string) => readFile(file, "utf8") };
        const pool = new SessionPool({ ...ownSurroundings(), secrets });
        this.pools.push(pool);
        return pool.sessionFor(settingsOf({ ...connection }));
    }

    async close(): Promise<void> {
        await Promise.all(this.pools.splice(0).map((pool) => pool.close(2_000)));
    }
}

/** The first object of a result that is one. */
export function firstOf(result: CallResult | undefined) {
    return result !== undefined && "ok" in result && result.ok ? result.out[0] : undefined;
}
