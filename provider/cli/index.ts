/**
 * The command `exchange-tls` as a function. `require("pulumi-exchange-tls/cli").main` stands in the text of commands
 * that Pulumi runs: never renamed or removed.
 */
import { thisProcess } from "../audit/sender";
import { closeSessions, ownSurroundings, sessionFor } from "../session/pool/pool";
import { runCommand } from "./run-command";

/** How long saying goodbye to the server may take. */
const GOODBYE_MS = 3_000;

/** Runs one command line in this process and sets its exit code. Ctrl-C ends it after the service under way. */
export async function main(args: readonly string[]): Promise<void> {
    const { secrets, clock } = ownSurroundings();
    const abort = new AbortController();
    const progress = (line: string) => console.error(line);
    const stop = () => {
        progress("Interrupted: what is under way is finished first.");
        abort.abort();
    };
    const signals = ["SIGINT", "SIGTERM", "SIGBREAK"] as const;
    for (const signal of signals) process.on(signal, stop);
    try {
        const around = {
            secrets,
            clock,
            sender: thisProcess,
            sessionFor,
            signal: abort.signal,
            out: console.log,
            progress,
        };
        process.exitCode = await runCommand(args, around);
    } finally {
        await closeSessions(GOODBYE_MS);
        for (const signal of signals) process.off(signal, stop);
    }
}
