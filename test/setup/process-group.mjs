import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { endSession, sessionMembers } from "./session-members.mjs";

const windows = process.platform === "win32";
const running = new Set();

/** Starts a child that leads a session of its own, so that all its descendants can be found, signalled and ended. */
export function startGroup(command, args, options = {}) {
    const child = spawn(command, args, { ...options, detached: !windows, windowsHide: true });
    running.add(child);
    return child;
}

/** Waits for the end of the child and of everything it started; what overstays is named and killed. */
export async function ended(child) {
    const result = await new Promise((resolve) => {
        child.once("error", (error) => resolve({ code: 127, error }));
        child.once("exit", (code, signal) => resolve({ code: code ?? 1, signal }));
    });
    const left = child.pid === undefined || windows ? [] : await overstayers(child.pid);
    running.delete(child);
    return { ...result, left };
}

async function overstayers(leader) {
    // A plugin that is on its way out is no leak.
    for (let tries = 0; tries < 40 && sessionMembers(leader).length > 0; tries++) {
        await sleep(50);
    }
    const left = sessionMembers(leader);
    endSession(leader);
    return left.map((member) => member.command);
}

/** Ends a child and its descendants: asked first, killed after five seconds. */
export async function endGroup(child) {
    signalGroup(child, "SIGTERM");
    await sleep(5000, undefined, { ref: false });
    if (running.has(child) && child.pid !== undefined) {
        endSession(child.pid);
    }
}

/** Passes a signal to all running children; gives their number. */
export function signalGroups(signal) {
    for (const child of running) {
        signalGroup(child, signal);
    }
    return running.size;
}

function signalGroup(child, signal) {
    try {
        windows ? child.kill(signal) : process.kill(-child.pid, signal);
    } catch {
        // It has just ended by itself.
    }
}
