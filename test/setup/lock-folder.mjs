import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";

const silence = 30_000;

/** The file that a holder keeps touching. */
export const ownerOf = (folder) => path.join(folder, "owner");

/** Tries once: making a folder succeeds for exactly one process. A dead holder's lock is cleared for the next try. */
export function take(folder) {
    try {
        mkdirSync(folder);
    } catch (error) {
        if (error.code !== "EEXIST") {
            throw error;
        }
        discardIfDead(folder);
        return false;
    }
    writeFileSync(ownerOf(folder), JSON.stringify({ host: hostname(), pid: process.pid }));
    return true;
}

function discardIfDead(folder) {
    try {
        const owner = ownerOf(folder);
        const present = statSync(owner, { throwIfNoEntry: false });
        const quiet = Date.now() - (present ?? statSync(folder)).mtimeMs;
        if (quiet > silence || (present && isDead(JSON.parse(readFileSync(owner, "utf8"))))) {
            // Renaming succeeds for one of several waiting runs only.
            const discarded = `${folder}-dead-${process.pid}`;
            renameSync(folder, discarded);
            rmSync(discarded, { recursive: true, force: true });
        }
    } catch {
        // It changed hands meanwhile: the next try sees the new state.
    }
}

function isDead({ host, pid }) {
    if (host !== hostname()) {
        return false;
    }
    try {
        process.kill(pid, 0);
        return false;
    } catch (error) {
        return error.code === "ESRCH";
    }
}
