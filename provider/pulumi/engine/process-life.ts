import { connect } from "node:http2";
import { closeSessions } from "../../session/pool/pool";

/** How long writes under way may take to end once the engine is gone. */
const ORPHAN_DEADLINE_MS = 45_000;
/** The engine waits 5 s after its SIGINT, then kills. */
const SIGNAL_DEADLINE_MS = 4_000;

/**
 * Ends this process with the engine. At the end of a phase the engine sends SIGINT, which must lead to a prompt exit.
 * When the CLI was killed nobody sends anything, and the parent (a shell) lives on: an idle HTTP/2 connection to the
 * engine is what notices (it gets `close` within milliseconds), and it keeps nothing alive.
 */
export function liveAsLongAs(engineAddress: string): void {
    const leave = (deadlineMs: number) => {
        const exit = () => process.exit();
        setTimeout(exit, deadlineMs);
        closeSessions(deadlineMs).then(exit, exit);
    };
    process.once("SIGINT", () => leave(SIGNAL_DEADLINE_MS));
    process.once("SIGTERM", () => leave(SIGNAL_DEADLINE_MS));
    process.once("SIGBREAK", () => leave(SIGNAL_DEADLINE_MS));

    const watch = connect(`http://${engineAddress}`);
    // An error is followed by `close`, which is what counts.
    watch.on("error", () => undefined);
    watch.once("close", () => leave(ORPHAN_DEADLINE_MS));
    watch.unref();
}
