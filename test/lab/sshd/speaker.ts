import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { join, resolve } from "node:path";
import type { AgentPort } from "../front/agent-port.js";
import { AgentSession } from "../front/agent-session.js";
import type { LabParts } from "../parts.js";
import type { Places } from "./places.js";
import type { Program } from "./wrapper.js";

/** A relay that has just come up. */
interface Greeting {
    readonly pid: number;
    readonly args: readonly string[];
}

/** The lab's own frame speaker behind `powershell.exe`: relays connect to it and lend it their pipes. */
export class Speaker {
    private readonly token = randomBytes(16).toString("hex");
    private readonly sockets = new Set<Socket>();
    private readonly server: Server = createServer({ noDelay: true }, (socket) => this.take(socket));

    constructor(
        private readonly parts: LabParts,
        private readonly places: Places,
        /** Cuts the connection whose session runs this process. */
        private readonly cut: (pid: number) => void,
    ) {}

    async start(): Promise<Program> {
        await new Promise<void>((done, fail) => {
            this.server.once("error", fail);
            this.server.listen(0, "127.0.0.1", done);
        });
        const address = this.server.address();
        const port = typeof address === "object" ? address?.port : undefined;
        return {
            command: [process.execPath, join(__dirname, "relay.js")],
            environment: { LAB_PORT: String(port), LAB_TOKEN: this.token },
            alias: false,
        };
    }

    async stop(): Promise<void> {
        const closed = new Promise((done) => this.server.close(done));
        for (const socket of this.sockets) socket.destroy();
        await closed;
    }

    private take(socket: Socket): void {
        this.sockets.add(socket);
        socket.on("close", () => this.sockets.delete(socket));
        socket.on("error", (error) => this.parts.transcript.note(`relay: ${error.message}`));
        let head = Buffer.alloc(0);
        const hear = (bytes: Buffer) => {
            head = Buffer.concat([head, bytes]);
            const end = head.indexOf(10);
            if (end < 0) return;
            socket.off("data", hear);
            socket.pause();
            const greeting = this.greetingIn(head.toString("utf8", 0, end));
            if (greeting === undefined) socket.destroy();
            else void this.serve(socket, greeting, head.subarray(end + 1));
        };
        socket.on("data", hear);
    }

    private greetingIn(line: string): Greeting | undefined {
        const { token, pid, args } = JSON.parse(line) as Partial<Greeting> & { readonly token?: string };
        return token === this.token && pid !== undefined && args !== undefined ? { pid, args } : undefined;
    }

    private async serve(socket: Socket, { pid, args }: Greeting, early: Buffer): Promise<void> {
        const say = (what: object) => void (socket.writable && socket.write(`${JSON.stringify(what)}\n`));
        this.parts.transcript.note(`powershell.exe ${args.join(" ")}`);
        const path = args.at(-1) ?? "";
        const script = await readFile(resolve(this.places.home, path)).catch(() => undefined);
        if (script === undefined || args.at(-2) !== "-File") {
            say({ err: `The argument '${path}' to the -File parameter does not exist.\n`, exit: 64 });
            return;
        }
        const port: AgentPort = {
            write: (out) => say({ out }),
            exit: (exit) => say({ exit }),
            // What was written may still be in the relay or in sshd: it goes with them.
            cut: () => this.cut(pid),
        };
        const session = new AgentSession(
            this.parts,
            port,
            createHash("sha256").update(script).digest("hex"),
            "publickey",
        );
        session.push(early);
        socket.on("data", (bytes: Buffer) => session.push(bytes));
        socket.on("end", () => session.gone("the client closed its end"));
        socket.on("close", () => session.gone("the process is gone"));
        socket.resume();
    }
}
