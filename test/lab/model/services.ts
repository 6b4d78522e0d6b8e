import { sameText } from "../values/same-text.js";
import type { Server } from "./server.js";
import { hasFrontEnd } from "./server-roles.js";

/** The services that the lab knows of; they carry SMTP. */
export const SERVICE_NAMES = ["MSExchangeTransport", "MSExchangeFrontEndTransport"] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

export type ServiceStatus = "Running" | "Stopped" | "StartPending" | "StopPending";

/** What the next restart of a service meets. */
export type Trouble =
    /** Does not stop in time: is left in StopPending. */
    | "stop-timeout"
    /** Stops, and does not come up in time: is left in StartPending. */
    | "start-timeout"
    /** Stops, and ends again at once when started: is left Stopped. */
    | "start-fails"
    /** Runs again, but its bindings do not listen, e.g. since another process has the port (sheet 10.1, 10.3). */
    | "does-not-listen"
    | "access-denied";

/** Why nothing came of it; what has happened up to then stays. */
export type ServiceProblem = Exclude<Trouble, "does-not-listen"> | "unknown-server" | "unknown-service" | "pending";

export interface RestartOutcome {
    /** null: it runs again. */
    readonly problem: ServiceProblem | null;
    readonly status: ServiceStatus;
    /** The service was at least told to stop. */
    readonly touched: boolean;
}

interface State {
    status: ServiceStatus;
    listens: boolean;
    restarts: number;
    readonly troubles: Trouble[];
}

/** The transport services of every server. */
export class Services {
    private readonly states = new Map<string, State>();

    constructor(private readonly servers: () => readonly Server[]) {}

    /** The server of this short name or FQDN. */
    server(named: string): Server | undefined {
        return this.servers().find(({ name, fqdn }) => sameText(name, named) || sameText(fqdn, named));
    }

    exists(server: string, service: ServiceName): boolean {
        const found = this.server(server);
        return found !== undefined && (service === "MSExchangeTransport" || hasFrontEnd(found));
    }

    /** undefined: there is no such server, or no such service on it. */
    status(server: string, service: ServiceName): ServiceStatus | undefined {
        return this.exists(server, service) ? this.state(server, service).status : undefined;
    }

    isRunning(server: string, service: ServiceName): boolean {
        return this.status(server, service) === "Running";
    }

    /** It runs, and its connectors' bindings answer. */
    listens(server: string, service: ServiceName): boolean {
        return this.isRunning(server, service) && this.state(server, service).listens;
    }

    /** How often it has been told to restart, whatever came of it. */
    restarts(server: string, service: ServiceName): number {
        return this.state(server, service).restarts;
    }

    /** A hand at the services' console. */
    set(server: string, service: ServiceName, status: ServiceStatus, listens = status === "Running"): void {
        Object.assign(this.state(server, service), { status, listens });
    }

    /** The next so many restarts of this service meet that. */
    trouble(server: string, service: ServiceName, trouble: Trouble, times = 1): void {
        this.state(server, service).troubles.push(...Array.from({ length: times }, () => trouble));
    }

    restart(server: string, service: ServiceName): RestartOutcome {
        if (this.server(server) === undefined) return refused("unknown-server");
        if (!this.exists(server, service)) return refused("unknown-service");
        const state = this.state(server, service);
        const trouble = state.troubles.shift();
        if (trouble === "access-denied") return { problem: trouble, status: state.status, touched: false };
        // Windows takes no orders for a service that is on its way.
        if (state.status.endsWith("Pending")) return { problem: "pending", status: state.status, touched: false };
        state.restarts += 1;
        state.status = trouble === undefined ? "Running" : AFTER[trouble];
        state.listens = trouble === undefined;
        const problem = trouble === undefined || trouble === "does-not-listen" ? null : trouble;
        return { problem, status: state.status, touched: true };
    }

    private state(server: string, service: ServiceName): State {
        const key = `${this.server(server)?.name ?? server}/${service}`.toLowerCase();
        const known = this.states.get(key);
        if (known !== undefined) return known;
        const fresh: State = { status: "Running", listens: true, restarts: 0, troubles: [] };
        this.states.set(key, fresh);
        return fresh;
    }
}

const AFTER: Readonly<Record<Exclude<Trouble, "access-denied">, ServiceStatus>> = {
    "stop-timeout": "StopPending",
    "start-timeout": "StartPending",
    "start-fails": "Stopped",
    "does-not-listen": "Running",
};

function refused(problem: ServiceProblem): RestartOutcome {
    return { problem, status: "Stopped", touched: false };
}
