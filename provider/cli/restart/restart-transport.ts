import { ExchangeTlsError } from "../../errors";
import { prepare } from "./prepare";
import { newRecord, type RestartReport, type ServerRecord, standingOf } from "./report";
import { restartServer } from "./restart-server";
import type { Run } from "./run";

/**
 * Restarts the transport services of these servers, one server after another in the given order, and ends at the first
 * that does not come back. Nothing is restarted before every server was found fit for it.
 */
export async function restartTransport(run: Run, asked: readonly string[]): Promise<RestartReport> {
    const servers: ServerRecord[] = [];
    try {
        const targets = await prepare(run, asked);
        servers.push(...targets.map(({ name }) => newRecord(name)));
        for (const [at, target] of targets.entries()) {
            const record = servers[at];
            if (record !== undefined) await restartServer(run, target, record, standingOf(servers, at));
        }
        return { outcome: "done", servers };
    } catch (error) {
        if (!(error instanceof ExchangeTlsError)) throw error;
        return { outcome: servers.some(({ touched }) => touched) ? "stopped" : "refused", servers, error };
    }
}
