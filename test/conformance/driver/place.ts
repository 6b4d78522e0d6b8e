import { openAuditLog } from "../../../provider/audit/audit-log";
import type { Sender } from "../../../provider/audit/sender";
import { PinnedSession } from "../../../provider/lifecycle/observe/pinned";
import { PlanRecords } from "../../../provider/plan-record/plan-records";
import type { Log } from "../../../provider/pulumi/engine/engine-log";
import { DynamicProvider } from "../../../provider/pulumi/object/dynamic-provider";
import type { Ways } from "../../../provider/pulumi/run/ways";
import { SettingsProvider } from "../../../provider/pulumi/settings/settings-provider";
import type { Kind } from "../../../provider/resources/kind";
import { systemClock, TIMEOUTS } from "../../../provider/session/clock";
import type { ConnectionSettings } from "../../../provider/session/connection-settings";
import { ownSurroundings, SessionPool } from "../../../provider/session/pool/pool";
import type { Connection } from "../../../sdk";
import { type Lab, type LabOptions, startLab } from "../../lab/index.js";
import { HurryClock } from "./hurry-clock";

/** Exchange 2007 has no other way in. */
const SNAPIN_2007 = "Microsoft.Exchange.Management.PowerShell.Admin";

/** A kind of Exchange object, or a machine's settings. */
export type Subject = Kind | typeof schannelSettings;
export type Provider = DynamicProvider | SettingsProvider;
export const schannelSettings = { type: "SchannelSettings" } as const;

/**
 * One organisation and one line to it, for many runs of a stack. Each run gets a provider of its own with a session of
 * its own, as a process of its own has: what was read is kept within a run and never from one to the next.
 */
export class Place {
    readonly clock = new HurryClock(systemClock);
    #pool: SessionPool;

    private constructor(readonly lab: Lab) {
        this.#pool = this.#newPool();
    }

    #newPool(): SessionPool {
        const around = ownSurroundings();
        return new SessionPool({
            ...around,
            secrets: { ...around.secrets, env: { EXCHANGE_TLS_PASSWORD: this.lab.password } },
            clock: this.clock,
            // Nobody else has anything to write.
            timeouts: { ...TIMEOUTS, quiet: 0, retryPause: [0, 0] },
        });
    }

    /** The next process connects anew, as a process of its own does: an attempt that failed is not remembered. */
    async reconnect(): Promise<void> {
        await this.#pool.close(1_000);
        this.#pool = this.#newPool();
    }

    static async open(options: LabOptions, prepare: (lab: Lab) => void = () => undefined): Promise<Place> {
        const lab = await startLab(options);
        try {
            prepare(lab);
        } catch (error) {
            await lab.stop();
            throw error;
        }
        return new Place(lab);
    }

    /** As a program declares it. */
    get connection(): Connection {
        const { lab } = this;
        const settings = { ...lab.connection, callTimeout: 10 };
        const [server] = lab.organisation.servers;
        if (server?.product === "2007") return { ...settings, exchange: { kind: "snapin", snapin: SNAPIN_2007 } };
        return { ...settings, exchange: server?.isEdge ? { kind: "snapin" } : { server: server?.fqdn ?? "" } };
    }

    /** The stack's configuration, e.g. `exchange-tls:explain`. */
    readonly config: Record<string, string> = {};

    /** Environment of the processes, and their time of day: the computer's own unless a test sets it. */
    readonly env: Record<string, string> = {};
    today: (() => number) | undefined;

    readonly sender: Sender = {
        ...{ user: "anna", client: "ws12", env: this.env, openLog: openAuditLog },
        now: () => this.today?.() ?? Date.now(),
    };

    /** A new process: its provider of a kind. All of them share what is read, and know what the others declare. */
    process(log: string[]): (kind: Subject) => Promise<Provider> {
        const sessions = new Map<string, PinnedSession>();
        const session = (settings: ConnectionSettings) => {
            const key = JSON.stringify(settings);
            const inner = this.#pool.sessionFor(settings);
            const own = sessions.get(key) ?? new PinnedSession(inner, settings.exchange.domainController);
            sessions.set(key, own);
            return own;
        };
        const told = once(log);
        const planRecords = new PlanRecords();
        return async (kind) => {
            const ways: Ways = {
                session,
                log: () => told,
                sender: this.sender,
                planRecords,
            };
            const provider = "cmdlets" in kind ? new DynamicProvider(kind, ways) : new SettingsProvider(ways);
            const get = (key: string) => this.config[key];
            const require = () => {
                throw new Error("nothing is required");
            };
            await provider.configure({ config: { get, require } });
            return provider;
        };
    }

    async close(): Promise<void> {
        await this.#pool.close(1_000);
        await this.lab.stop();
    }
}

/** As the engine's own log: a line is told once for each resource, whatever the number of calls that have it. */
function once(log: string[]): Log {
    const said = new Set<string>();
    return (_severity, urn, message) => {
        const line = JSON.stringify([urn, message]);
        if (!said.has(line)) log.push(message);
        said.add(line);
    };
}
