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

/** Where the run stands when it ends at the server `at`: whom to name next time, who is done, who was never touched. */
export function standingOf(names: readonly string[], at: number): string {
    const again = names.slice(at).map((name) => `--server ${name}`);
    const done = names.slice(0, at).join(", ") || "none";
    const untouched = names.slice(at + 1).join(", ") || "none";
    return `Run again (pulumi up, or exchange-tls with ${again.join(" ")}). Done before: ${done}; not touched: ${untouched}`;
}

/** The next action when a server did not come back. */
export function lookAt(server: string, standing: string): string {
    return `Put ${server} right (its event log tells why, for example events 1018, 1019 and 12014). ${standing}`;
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
