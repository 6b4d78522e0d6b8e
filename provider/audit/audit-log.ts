import type { StatsFs } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open, statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** A file to which lines are appended by any number of processes at once. */
export interface AuditLog {
    /** All or, with an error, not all of them. */
    append(lines: readonly string[]): Promise<void>;
    close(): Promise<void>;
}

/** How a file is opened; another one stands for it in tests. */
export type OpenLog = (file: string) => Promise<AuditLog>;

/** Less is called full: what is being done then needs no more than a few lines. */
const NEEDED_BYTES = 256 * 1024;

/** Rejects where the file cannot be made or written, or where its disk is full. */
export async function openAuditLog(
    file: string,
    sizeOf: (folder: string) => Promise<Space> = statfs,
): Promise<AuditLog> {
    const handle = await open(file, "a", 0o600);
    try {
        refuseWhenFull(await sizeOf(dirname(file)).catch(() => undefined));
    } catch (error) {
        await handle.close();
        throw error;
    }
    return { append: (lines) => append(handle, lines), close: () => handle.close() };
}

type Space = Pick<StatsFs, "bavail" | "bsize" | "blocks">;

/** In one write at the end of the file, so that lines of others never come in between. */
async function append(handle: FileHandle, lines: readonly string[]): Promise<void> {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten !== bytes.length) throw new Error(`only ${bytesWritten} of ${bytes.length} bytes were written`);
}

/** Opening says nothing of it. A file system that does not tell its size is found full when it is written. */
function refuseWhenFull(space: Space | undefined): void {
    if (space === undefined || space.blocks === 0) return;
    const left = space.bavail * space.bsize;
    if (left < NEEDED_BYTES) throw new Error(`the disk is full (${left} bytes left)`);
}
