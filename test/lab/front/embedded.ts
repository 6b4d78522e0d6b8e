import { createServer, type Server, type Socket } from "node:net";
import { type SshFront, serveSsh } from "./connection.js";

/** Front A: an SSH server in this process, on real TCP. */
export class EmbeddedFront {
    private server: Server | null = null;
    private readonly sockets = new Set<Socket>();
    port = 0;

    constructor(private readonly front: () => SshFront) {}

    /** Listens on loopback; 0: any free port, kept from then on. */
    async listen(port: number): Promise<void> {
        if (this.server !== null) return;
        const server = createServer((socket) => this.accept(socket));
        await new Promise<void>((resolve, reject) => {
            server.once("error", reject);
            server.listen(port, "127.0.0.1", resolve);
        });
        const address = server.address();
        this.port = typeof address === "object" && address !== null ? address.port : port;
        this.server = server;
    }

    /** Stops listening; connections stay. */
    async deafen(): Promise<void> {
        const server = this.server;
        this.server = null;
        // Its callback would wait for the connections, too; the port is free at once.
        server?.close();
    }

    /** Cuts every connection and stops listening. */
    async stop(): Promise<void> {
        const server = this.server;
        this.server = null;
        const closed = new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())));
        for (const socket of this.sockets) socket.destroy();
        await closed;
    }

    private accept(socket: Socket): void {
        const front = this.front();
        const { meter, faults, transcript } = front.parts;
        meter.count("connections");
        transcript.note("connection");
        // Small frames to and fro would otherwise wait for each other's acknowledgement, some 40 ms a time.
        socket.setNoDelay(true);
        this.sockets.add(socket);
        socket.on("close", () => this.sockets.delete(socket));
        // A reset is the client's own affair.
        socket.on("error", (error) => transcript.note(`tcp: ${error.message}`));
        if (faults.due("reset-before-ssh") !== undefined) socket.resetAndDestroy();
        // Taken, and never a word.
        else if (faults.due("stall-key-exchange") === undefined) serveSsh(socket, front);
    }
}
