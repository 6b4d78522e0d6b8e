import { ExchangeTlsError } from "../../errors";
import { PinnedSession } from "../../lifecycle/observe/pinned";
import { Failure } from "../../pulumi/failures";
import { writtenConnection } from "../connection-source";
import { InterruptedError } from "../errors";
import { EXIT } from "../exit-code";
import { orInterrupted } from "../interrupt";
import type { Surroundings } from "../surroundings";
import { ExportRefusedError } from "./errors";
import { IMPORT_FILE, PROGRAM_FILE, refuseToOverwrite, writeFiles } from "./folder";
import { harvest } from "./harvest";
import { importFile } from "./import-file";
import { programText } from "./program";
import { linesOf, notesOf } from "./report";
import type { ExportRequest } from "./request";
import { resourceNames } from "./resource-names";

/** Writes a live organisation as a program and as a file for `pulumi import`, and gives the exit code. */
export async function exportOrganisation(
    request: ExportRequest,
    around: Pick<Surroundings, "secrets" | "sessionFor" | "signal" | "out" | "progress">,
): Promise<number> {
    const { settings, written } = await writtenConnection(request.connectionFile, around.secrets);
    try {
        if (!request.force) await refuseToOverwrite(request.out);
        const session = new PinnedSession(around.sessionFor(settings), settings.exchange.domainController);
        const found = await orInterrupted(around.signal, harvest(request, session, written), interrupted);
        for (const note of notesOf(found)) around.progress(note);
        if (found.exported.length === 0) throw nothingThere(session.server);
        const { exported } = found;
        const names = resourceNames(exported.map(({ called }) => called));
        await writeFiles(request.out, {
            [PROGRAM_FILE]: programText(exported, names, written),
            [IMPORT_FILE]: importFile(exported, names),
        });
        for (const line of linesOf(found, request.out)) around.out(line);
        return found.leftOut.length === 0 ? EXIT.done : EXIT.stopped;
    } catch (error) {
        const message = messageOf(error);
        if (message === undefined) throw error;
        around.progress(message);
        return EXIT.refused;
    }
}

function interrupted(): InterruptedError {
    return new InterruptedError({ step: "exporting", answer: "interrupted", hint: "Nothing was written" });
}

function messageOf(error: unknown): string | undefined {
    return error instanceof ExchangeTlsError || error instanceof Failure ? error.message : undefined;
}

function nothingThere(server: string): ExportRefusedError {
    return new ExportRefusedError({
        server,
        step: "exporting",
        answer: "of what was asked for there is nothing that can be declared",
        hint: "See exchange-tls --help for what can be chosen; nothing was written",
    });
}
