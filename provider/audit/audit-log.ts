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
export const openAuditLog: OpenLog = async (file) => {
    const handle = await open(file, "a", 0o600);
    try {
        await refuseWhenFull(dirname(file));
    } catch (error) {
        await handle.close();
        throw error;
    }
    return { append: (lines) => append(handle, lines), close: () => handle.close() };
};

/** In one write at the end of the file, so that lines of others never come in between. */
async function append(handle: FileHandle, lines: readonly string[]): Promise<void> {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten !== bytes.length) throw new Error(`only ${bytesWritten} of ${bytes.length} bytes were written`);
}

/** Opening says nothing of it. A file system that does not know its size is taken at its word when it is written. */
async function refuseWhenFull(folder: string): Promise<void> {
    const { bavail, bsize, blocks } = await statfs(folder);
    if (blocks > 0 && bavail * bsize < NEEDED_BYTES) throw new Error(`the disk is full (${bavail * bsize} bytes left)`);
}
