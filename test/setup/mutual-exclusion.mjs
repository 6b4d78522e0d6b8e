import { mkdirSync, rmSync, utimesSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stopIfInterrupted } from "./interrupt.mjs";
import { ownerOf, take } from "./lock-folder.mjs";
import { progress } from "./say.mjs";

const beat = 5000;

/** Lets one run at a time do the work; the others wait, and take over from a run that died. */
export async function alone(folder, label, work) {
    mkdirSync(path.dirname(folder), { recursive: true });
    await acquire(folder, label);
    const owner = ownerOf(folder);
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
