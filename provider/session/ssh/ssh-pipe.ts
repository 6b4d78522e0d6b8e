import type { ClientChannel } from "ssh2";

import type { AgentPipe, PipeEnd } from "../agent-pipe";
import { wordsOf } from "../errors";

/**
 * The agent at the other end of an exec channel. To be made in the callback that hands out the channel: a process that
 * ends at once has its exit status in the same packet. Bytes wait for their listener, events do not.
 */
export function sshPipe(channel: ClientChannel, lost: Promise<never>): AgentPipe {
    let exit: string | undefined;
    let tell: (end: PipeEnd) => void = () => undefined;
    const ended = new Promise<PipeEnd>((resolve) => {
        tell = resolve;
    });
    channel.on("error", () => undefined);
    channel.stderr.on("error", () => undefined);
    channel.on("exit", (code: number | null, signal?: string) => {
        exit = code === null ? `signal ${signal ?? "unknown"}` : `exit code ${code}`;
    });
    // A process that ended has an exit status; a connection that broke closes its channels without one.
    channel.on("close", () =>
        tell(exit === undefined ? { kind: "lost", how: "its channel was closed" } : { kind: "exited", how: exit }),
    );
    lost.catch((cause: unknown) => tell({ kind: "lost", how: wordsOf(cause) }));
    return {
        listen(ears) {
            channel.on("data", ears.output);
            channel.stderr.on("data", ears.diagnostics);
            ended.then(ears.ended);
        },
        // Never awaited: the callback of a write on a channel that is closing does not come.
        send: (line) => void (channel.writable && channel.write(`${line}\n`)),
        kill() {
            channel.signal("KILL");
            channel.close();
        },
    };
}
