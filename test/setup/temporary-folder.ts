import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder for one test, filled with the given files; it is gone afterwards. The space in its name is on purpose. */
export async function inFolder<T>(files: Record<string, string>, use: (folder: string) => T | Promise<T>): Promise<T> {
    const folder = mkdtempSync(path.join(tmpdir(), "set-up test-"));
    try {
        for (const [name, text] of Object.entries(files)) {
            mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
            writeFileSync(path.join(folder, name), text, { mode: 0o755 });
        }
        return await use(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
