import { silenceRepetition } from "../failures";
import { engineLog, type Log } from "./engine-log";
import { liveAsLongAs } from "./process-life";

let log: Log | undefined;

/** Ties this process to the engine that started it (its address is the last argument): once, whatever the kind. */
export function attachToEngine(): Log {
    if (log === undefined) {
        const address = process.argv.at(-1) ?? "";
        log = engineLog(address);
        liveAsLongAs(address);
        silenceRepetition();
    }
    return log;
}
