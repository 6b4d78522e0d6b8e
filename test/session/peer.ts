import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { type AuthContext, type Connection, Server, type ServerChannel } from "ssh2";
import type { AgentCall, CallResult, RequestFrame } from "../../provider/session/frames";
import { keyPair } from "./key-pair";
import { serveFiles } from "./peer-files";

export const PASSWORD = "correct-horse-Größe-17";
export const AGENT = Buffer.from("# the agent\nforeach ($line in $input) { }\n");
export const AGENT_HASH = createHash("sha256").update(AGENT).digest("hex");

/** Where a script may interfere; each step is reached at most once per connection, `batch` at every batch. */
export type Step = "dial" | "authentication" | "sftp" | "exec" | "hello" | "open" | "batch" | "bye";

/** What a script may do at a step, beside going on. */
export interface At {
    readonly connection: number;
    readonly socket: Socket;
    readonly channel?: ServerChannel;
    readonly request?: RequestFrame;
    readonly context?: AuthContext;
    /** Sends a frame of the agent. */
    readonly frame: (frame: object) => void;
    readonly raw: (text: string) => void;
    readonly reset: () => void;
    readonly exit: (code: number) => void;
}

/** True: the script took care of this step; the peer does nothing more about it. */
export type Script = Partial<Record<Step, (at: At) => boolean>>;

/** An SSH server with an agent, both by script: for everything that a proper server never does. */
export interface Peer {
    readonly port: number;
    readonly hostKey: string;
    readonly files: Map<string, Buffer>;
    connections: number;
    /** Methods tried, in order. */
    readonly authentications: string[];
    readonly commands: string[];
    readonly opens: RequestFrame[];
    readonly batches: (readonly AgentCall[])[];
    /** Operations sent to the agent beside open and batch. */
    readonly others: string[];
    /** Resolves when no client is connected any more. */
    readonly deserted: () => Promise<void>;
    script: Script;
    answer: (calls: readonly AgentCall[]) => readonly CallResult[];
    readonly stop: () => Promise<void>;
}

export const HELLO = {
    ...{ op: "hello", v: 1, nonce: "n-1", agent: AGENT_HASH, ps: "5.1.20348.1", edition: "Desktop", is64: true },
    ...{ culture: "de-DE", languageMode: "FullLanguage", user: "svc", computer: "EX01", pid: 1 },
    ...{ authenticationType: "Kerberos", startedMs: 5 },
};
export const OPENED = {
    ...{ op: "opened", version: "Version 15.2 (Build 1544.4)", server: "EX01", domainController: null },
    ...{ cmdlets: ["Get-SendConnector"] },
    ...{ adReachable: true, adError: null, ms: 1 },
};

export const okResult = (call: AgentCall): CallResult => ({
    ok: true,
    out: [{ Name: "cmd" in call ? `${call.cmd} ${JSON.stringify(call.par)}` : (Object.values(call)[0] ?? "") }],
    warnings: [],
    ms: 1,
});

export async function startPeer(script: Script = {}): Promise<Peer> {
    const key = keyPair();
    const sockets = new Set<Socket>();
    const ssh = new Server({ hostKeys: [key.private] });
    ssh.on("error", () => undefined);
    const listener = createServer({ noDelay: true }, (socket) => {
        socket.on("error", () => undefined);
        sockets.add(socket);
        socket.on("close", () => {
            sockets.delete(socket);
            if (sockets.size === 0) listener.emit("deserted");
        });
        peer.connections += 1;
        const at = atSocket(peer.connections, socket);
        if (peer.script.dial?.(at)) {
            // Read on, or the client's end would never be noticed.
            socket.resume();
            return;
        }
        // One ssh2 connection per socket; the event comes during the call.
        ssh.once("connection", (connection: Connection) => serve(peer, connection, at));
        ssh.injectSocket(socket);
    });
    listener.listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    const peer: Peer = {
        port: typeof address === "object" && address !== null ? address.port : 0,
        hostKey: `SHA256:${createHash("sha256").update(key.parsed.getPublicSSH()).digest("base64").replace(/=+$/, "")}`,
        files: new Map(),
        connections: 0,
        ...{ authentications: [], commands: [], opens: [], batches: [], others: [] },
        deserted: async () => {
            if (sockets.size > 0) await once(listener, "deserted", { signal: AbortSignal.timeout(10_000) });
        },
        script,
        answer: (calls) => calls.map(okResult),
        stop: async () => {
            for (const socket of sockets) socket.destroy();
            listener.close();
            if (listener.listening) await once(listener, "close");
        },
    };
    return peer;
}

function atSocket(connection: number, socket: Socket): At {
    const nothing = () => undefined;
    return {
        connection,
        socket,
        frame: nothing,
        raw: nothing,
        exit: nothing,
        reset: () => void socket.resetAndDestroy(),
    };
}

function serve(peer: Peer, connection: Connection, at: At): void {
    connection.on("error", () => undefined);
    connection.on("authentication", (context) => {
        peer.authentications.push(context.method);
        if (peer.script.authentication?.({ ...at, context })) return;
        if (context.method === "password" && context.password === PASSWORD) context.accept();
        else context.reject(["publickey", "password"]);
    });
    connection.on("session", (accept) => {
        const session = accept();
        session.on("sftp", (acceptSftp, reject) => {
            if (peer.script.sftp?.(at)) return void reject;
            serveFiles(acceptSftp(), peer.files);
        });
        session.on("exec", (acceptExec, _reject, { command }) => {
            peer.commands.push(command);
            if (peer.script.exec?.(at)) return;
            runAgent(peer, acceptExec(), at);
        });
    });
}

function runAgent(peer: Peer, channel: ServerChannel, socketAt: At): void {
    channel.on("error", () => undefined);
    const raw = (text: string) => void (channel.writable && channel.write(text));
    const at: At = {
        ...socketAt,
        channel,
        raw,
        frame: (frame) => raw(`@@${HELLO.nonce} ${JSON.stringify(frame)}\n`),
        exit: (code) => {
            channel.exit(code);
            channel.end();
        },
    };
    if (!peer.script.hello?.(at)) at.frame(HELLO);
    let text = "";
    channel.on("data", (chunk: Buffer) => {
        text += chunk.toString("latin1");
        for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n")) {
            take(peer, JSON.parse(text.slice(0, end)), at);
            text = text.slice(end + 1);
        }
    });
}

function take(peer: Peer, request: RequestFrame, on: At): void {
    const at = { ...on, request };
    const { id } = request;
    switch (request.op) {
        case "open":
            peer.opens.push(request);
            if (!peer.script.open?.(at)) at.frame({ ...OPENED, id });
            return;
        case "batch":
            peer.batches.push(request.calls);
            if (peer.script.batch?.(at)) return;
            at.frame({ id, op: "accepted" });
            at.frame({ id, op: "result", results: peer.answer(request.calls) });
            return;
        default:
            peer.others.push(request.op);
            if (request.op === "ping") at.frame({ id, op: "pong" });
            if (request.op === "bye" && !peer.script.bye?.(at)) at.exit(0);
    }
}
