import { constants } from "node:os";
import { Interrupted } from "./fault.mjs";
import { signalGroups } from "./process-group.mjs";

// npm passes on the Ctrl-C that the terminal has already delivered here. A child that hears it twice takes the second
// for impatience (Pulumi then drops what it is writing), so echoes are swallowed.
const echo = 400;
let received;
let last = 0;

/** From now on Ctrl-C and polite kills end the children first, and then this process. */
export function interruptible() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
        process.on(signal, () => pass(signal));
    }
}

function pass(signal) {
    if (Date.now() - last < echo) {
        return;
    }
    last = Date.now();
    received ??= signal;
    if (signalGroups(signal) === 0) {
        process.exit(exitCode());
    }
}

/** Whether somebody asked us to stop: nothing new begins then. */
export function isInterrupted() {
    return received !== undefined;
}

/** Throws when somebody asked us to stop: called after every child has ended. */
export function stopIfInterrupted() {
    if (received) {
        throw new Interrupted(exitCode());
    }
}

function exitCode() {
    return 128 + constants.signals[received];
}
