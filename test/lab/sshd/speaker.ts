import { randomBytes } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import type { LabParts } from "../parts.js";
import type { Places } from "./places.js";
import { type Greeting, serveRelay } from "./relay-session.js";
import type { Program } from "./wrapper.js";

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
            else void serveRelay(socket, greeting, head.subarray(end + 1), this.parts, this.places, this.cut);
        };
        socket.on("data", hear);
    }

    private greetingIn(line: string): Greeting | undefined {
        const { token, pid, args } = JSON.parse(line) as Partial<Greeting> & { readonly token?: string };
        return token === this.token && pid !== undefined && args !== undefined ? { pid, args } : undefined;
    }
}
