import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stopIfInterrupted } from "./interrupt.mjs";
import { progress } from "./say.mjs";

const beat = 5000;
const silence = 30_000;

/** Lets one run at a time do the work; the others wait, and take over from a run that died. */
export async function alone(folder, label, work) {
    mkdirSync(path.dirname(folder), { recursive: true });
    await acquire(folder, label);
    const owner = path.join(folder, "owner");
    const heartbeat = setInterval(() => touch(owner), beat);
    try {
        return await work();
    } finally {
        clearInterval(heartbeat);
        rmSync(folder, { recursive: true, force: true });
    }
}

function touch(file) {
    try {
        utimesSync(file, new Date(), new Date());
    } catch {
        // The folder was cleared away by hand; the work goes on, and nobody else is harmed by finishing twice.
    }
}

async function acquire(folder, label) {
    let shown;
    try {
        while (!take(folder)) {
            shown ??= progress(`${label} in another run, waiting`);
            await sleep(250);
            stopIfInterrupted();
        }
    } finally {
        shown?.stop();
    }
}

function take(folder) {
    try {
        mkdirSync(folder);
    } catch (error) {
        if (error.code !== "EEXIST") {
            throw error;
        }
        discardIfDead(folder);
        return false;
    }
    writeFileSync(path.join(folder, "owner"), JSON.stringify({ host: hostname(), pid: process.pid }));
    return true;
}

function discardIfDead(folder) {
    try {
        const owner = path.join(folder, "owner");
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
