import { ExchangeTlsError } from "../errors";
import { isOffline, OfflineError } from "../pulumi/run/offline";
import { type RestartRequest, readArguments } from "./arguments";
import { connectionFrom } from "./connection-source";
import { EXIT, exitCodeOf } from "./exit-code";
import { exportOrganisation } from "./export/export-organisation";
import { lineOf } from "./progress";
import { jsonOf, linesOf, type RestartReport } from "./restart/report";
import { restartTransport } from "./restart/restart-transport";
import type { RestartEvent } from "./restart/run";
import type { Surroundings } from "./surroundings";
import { USAGE } from "./usage";
import { VERSION } from "./version";
import { watchFor } from "./watch";

/** Carries out one command line and gives the exit code. */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<number> {
    try {
        const request = readArguments(args);
        if (request.command === "help") {
            around.out(USAGE.trimEnd());
            return EXIT.done;
        }
        if (request.command === "version") {
            around.out(VERSION);
            return EXIT.done;
        }
        if (request.command === "export") return await exportOrganisation(request, around);
        return tell(await restart(request, around), request.json, around);
    } catch (error) {
        if (!(error instanceof ExchangeTlsError)) throw error;
        if (args.includes("--json")) around.out(jsonOf({ outcome: "refused", servers: [], error }));
        around.progress(error.message);
        return EXIT.arguments;
    }
}

async function restart(request: RestartRequest, around: Surroundings): Promise<RestartReport> {
    const { secrets, clock, signal, progress, sender } = around;
    // TransportRestart's command has the environment of the `pulumi up` that runs it.
    if (isOffline(sender.env)) {
        return { outcome: "refused", servers: [], error: new OfflineError("transport services", "restarting") };
    }
    const session = around.sessionFor(await connectionFrom(request.connectionFile, secrets));
    const watch = watchFor(request, sender, session, progress);
    const { timeoutS, servers } = request;
    const onEvent = (event: RestartEvent) => progress(lineOf(event));
    return restartTransport({ session, clock, signal, timeoutS, watch, onEvent }, servers);
}

function tell(report: RestartReport, json: boolean, { out, progress }: Surroundings): number {
    if (json) out(jsonOf(report));
    else for (const line of linesOf(report)) out(line);
    if (report.error !== undefined) progress(report.error.message);
    return exitCodeOf(report);
}
