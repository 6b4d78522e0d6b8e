import type { Socket } from "node:net";
import type { ServerChannel } from "ssh2";
import type { LabParts } from "../parts.js";
import type { AgentPort, Logon } from "./agent-port.js";
import { AgentSession } from "./agent-session.js";

/** Runs one agent on an exec channel. The answer ends it, as a signal would. */
export function runAgent(
    channel: ServerChannel,
    socket: Socket,
    parts: LabParts,
    agentHash: string,
    logon: Logon,
): (why: string) => void {
    let open = true;
    const port: AgentPort = {
        write: (text) => void (open && channel.write(text)),
        exit(code) {
            if (!open) return;
            open = false;
            finish(channel, code);
        },
        cut(sent) {
            open = false;
            if (sent) setImmediate(() => socket.destroySoon());
            else socket.resetAndDestroy();
        },
    };
    const session = new AgentSession(parts, port, agentHash, logon);
    channel.on("data", (bytes: Buffer) => session.push(bytes));
    channel.on("end", () => session.gone("the client closed its end"));
    channel.on("close", () => {
        open = false;
        session.gone("the channel is closed");
    });
    return (why) => session.gone(why);
}

/** Reports the exit code and closes. */
export function finish(channel: ServerChannel, code: number): void {
    channel.exit(code);
    channel.end();
}
