import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "../../../provider/cli/arguments";
import { exportOrganisation } from "../../../provider/cli/export/export-organisation";
import type { ExportRequest } from "../../../provider/cli/export/request";
import type { Wire } from "../../../provider/pulumi/engine/wire";
import { systemClock } from "../../../provider/session/clock";
import { ownSurroundings, SessionPool } from "../../../provider/session/pool/pool";
import { type DeclaredResource, declaredBy } from "../../cli/export/program-run";
import type { Place } from "./place";

/** A resource in the file for `pulumi import`. */
export interface Imported {
    readonly type: string;
    readonly name: string;
    readonly id: string;
    readonly inputs: Wire;
    readonly outputs: Wire;
}

/** What one export wrote and told. */
export interface Export {
    readonly code: number;
    readonly told: string;
    readonly program: string;
    readonly declared: readonly DeclaredResource[];
    readonly imported: readonly Imported[];
}

/** Runs `exchange-tls export` in this process, into a folder that is gone afterwards. */
export async function exported(place: Place, ...args: readonly string[]): Promise<Export> {
    const out = await mkdtemp(join(tmpdir(), "exchange-tls-"));
    const env = {
        EXCHANGE_TLS_PASSWORD: place.lab.password,
        EXCHANGE_TLS_CONNECTION: JSON.stringify(place.connection),
    };
    const own = ownSurroundings();
    const pool = new SessionPool({ ...own, clock: systemClock, secrets: { ...own.secrets, env } });
    const told: string[] = [];
    const note = (line: string) => told.push(line);
    try {
        const request = readArguments(["export", "--out", out, "--force", ...args]) as ExportRequest;
        const code = await exportOrganisation(request, {
            ...{ secrets: { ...own.secrets, env }, sessionFor: (settings) => pool.sessionFor(settings) },
            ...{ signal: new AbortController().signal, out: note, progress: note },
        });
        const text = (file: string) => readFile(join(out, file), "utf8").catch(() => "");
        const program = await text("index.ts");
        const { resources = [] } = JSON.parse((await text("import.json")) || "{}");
        return { code, told: told.join("\n"), program, declared: declaredBy(program), imported: resources };
    } finally {
        await pool.close(1_000);
        await rm(out, { recursive: true, force: true });
    }
}
