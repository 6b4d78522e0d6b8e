import type { ExchangeTlsError } from "../../errors";
import type { TransportServiceName } from "../../session/frames";

/** How far one server came; written while it happens. */
export interface ServerRecord {
    readonly server: string;
    /** A restart was sent to it. */
    touched: boolean;
    /** Services that run again. */
    readonly restarted: TransportServiceName[];
    /** Bindings that listen; undefined: not all do, or nobody looked. */
    bindings: number | undefined;
}

export interface RestartReport {
    /** `stopped`: some services were restarted, then something went wrong. `refused`: nothing was restarted. */
    readonly outcome: "done" | "stopped" | "refused";
    readonly servers: readonly ServerRecord[];
    readonly error?: ExchangeTlsError;
}

export function newRecord(server: string): ServerRecord {
    return { server, touched: false, restarted: [], bindings: undefined };
}

/** Where a run stands that ends at one of its servers. */
export interface Standing {
    /** Whom to name next time. */
    again(): string;
    /** Who is done, who was never touched. */
    soFar(): string;
}

/** The run ends at the server `at`. */
export function standingOf(records: readonly ServerRecord[], at: number): Standing {
    const names = records.map(({ server }) => server);
    const list = (some: readonly string[]) => some.join(", ") || "none";
    return {
        again: () => {
            const named = names.slice(at).map((name) => `--server ${name}`);
            return `Run again (pulumi up, or exchange-tls with ${named.join(" ")})`;
        },
        soFar: () => {
            const first = records[at]?.touched === true ? at + 1 : at;
            return `Done before: ${list(names.slice(0, at))}; not touched: ${list(names.slice(first))}`;
        },
    };
}

/** The next action, and where the run stands. */
export function inFull(standing: Standing): string {
    return `${standing.again()}. ${standing.soFar()}`;
}

/** The next action when a server did not come back. */
export function lookAt(server: string, standing: Standing): string {
    return `Put ${server} right (its event log tells why, for example events 1018, 1019 and 12014). ${inFull(standing)}`;
}

/** The one object that `--json` prints. */
export function jsonOf({ outcome, servers, error }: RestartReport): string {
    return JSON.stringify({
        outcome,
        servers: servers.map(({ server, touched, restarted, bindings }) => ({
            server,
            state: bindings !== undefined ? "done" : touched ? "stopped" : "untouched",
            restarted,
            bindings: bindings ?? null,
        })),
        error: error === undefined ? null : { code: error.code, message: error.message, ...factsOf(error) },
    });
}

function factsOf({ facts: { server, step, answer, hint } }: ExchangeTlsError) {
    return { server: server ?? null, step, answer, hint };
}

/** The lines that are printed without `--json`: one for each server that is done. */
export function linesOf({ servers }: RestartReport): readonly string[] {
    return servers.flatMap(({ server, restarted, bindings }) =>
        bindings === undefined ? [] : [`${server}: ${restarted.join(" and ")} restarted, ${bindings} bindings listen`],
    );
}
