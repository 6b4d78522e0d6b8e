import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Socket } from "node:net";
import { resolve } from "node:path";
import type { AgentPort } from "../front/agent-port.js";
import { AgentSession } from "../front/agent-session.js";
import type { LabParts } from "../parts.js";
import type { Places } from "./places.js";

/** A relay that has just come up. */
export interface Greeting {
    readonly pid: number;
    readonly args: readonly string[];
}

/** Answers as the agent would, over the pipes that a relay lends; `early` came in with its greeting. */
export async function serveRelay(
    socket: Socket,
    { pid, args }: Greeting,
    early: Buffer,
    parts: LabParts,
    places: Places,
    cut: (pid: number) => void,
): Promise<void> {
    const say = (what: object) => void (socket.writable && socket.write(`${JSON.stringify(what)}\n`));
    parts.transcript.note(`powershell.exe ${args.join(" ")}`);
    const path = args.at(-1) ?? "";
    const script = await readFile(resolve(places.home, path)).catch(() => undefined);
    if (script === undefined || args.at(-2) !== "-File") {
        say({ err: `The argument '${path}' to the -File parameter does not exist.\n`, exit: 64 });
        return;
    }
    const port: AgentPort = {
        write: (out) => say({ out }),
        exit: (exit) => say({ exit }),
        // What was written may still be in the relay or in sshd: it goes with them.
        cut: () => cut(pid),
    };
    const session = new AgentSession(parts, port, createHash("sha256").update(script).digest("hex"), "publickey");
    session.push(early);
    socket.on("data", (bytes: Buffer) => session.push(bytes));
    socket.on("end", () => session.gone("the client closed its end"));
    socket.on("close", () => session.gone("the process is gone"));
    socket.resume();
}
