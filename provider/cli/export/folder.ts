import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { wordsOf } from "../../session/errors";
import { ExportRefusedError } from "./errors";

export const PROGRAM_FILE = "index.ts";
export const IMPORT_FILE = "import.json";

/** Refuses a folder that holds one of the files already, before anything is read. */
export async function refuseToOverwrite(folder: string): Promise<void> {
    for (const file of [PROGRAM_FILE, IMPORT_FILE]) {
        const there = await stat(join(folder, file)).catch(() => undefined);
        if (there !== undefined)
            throw refused(`${join(folder, file)} is there already`, "Name another folder with --out, or say --force");
    }
}

/** Writes both files; the folder is made where it is not there. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
    try {
        await mkdir(folder, { recursive: true });
        for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
    } catch (cause) {
        throw refused(`${folder} cannot be written: ${wordsOf(cause)}`, "Name another folder with --out");
    }
}

function refused(answer: string, hint: string): ExportRefusedError {
    return new ExportRefusedError({ step: "writing the files", answer, hint });
}
