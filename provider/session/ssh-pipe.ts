import type { ClientChannel } from "ssh2";

import type { AgentPipe, PipeEnd } from "./agent-pipe";
import { wordsOf } from "./errors";

/** The agent at the other end of an exec channel. */
export function sshPipe(channel: ClientChannel, lost: Promise<never>): AgentPipe {
    let exit: string | undefined;
    channel.on("error", () => undefined);
    channel.stderr.on("error", () => undefined);
    channel.on("exit", (code: number | null, signal?: string) => {
        exit = code === null ? `signal ${signal ?? "unknown"}` : `exit code ${code}`;
    });
    return {
        listen(ears) {
            let over = false;
            const end = (how: PipeEnd) => {
                if (!over) {
                    over = true;
                    ears.ended(how);
                }
            };
            channel.on("data", ears.output);
            channel.stderr.on("data", ears.diagnostics);
            // A process that ended has an exit status; a connection that broke closes its channels without one.
            channel.on("close", () =>
                end(
                    exit === undefined
                        ? { kind: "lost", how: "its channel was closed" }
                        : { kind: "exited", how: exit },
                ),
            );
            lost.catch((cause: unknown) => end({ kind: "lost", how: wordsOf(cause) }));
        },
        // Never awaited: the callback of a write on a channel that is closing does not come.
        send: (line) => void (channel.writable && channel.write(`${line}\n`)),
        kill() {
            channel.signal("KILL");
            channel.close();
        },
    };
}
