import type { Socket } from "node:net";
import { type Connection, type ParsedKey, Server, type Session } from "ssh2";
import type { LabParts } from "../parts.js";
import { finish, runAgent } from "./agent-channel.js";
import type { Logon } from "./agent-port.js";
import { start } from "./command-line.js";
import type { FileTree } from "./file-tree.js";
import { logOn } from "./logon.js";
import { serveSftp } from "./sftp.js";

export interface SshFront {
    readonly parts: LabParts;
    readonly tree: FileTree;
    readonly hostKey: string;
    /** What a changed server would show. */
    readonly otherHostKey: string;
    readonly clientKey: ParsedKey;
}

/** Speaks SSH on one accepted socket. A server of its own, so that the socket can be cut by whoever serves it. */
export function serveSsh(socket: Socket, front: SshFront): void {
    const { faults } = front.parts;
    const hostKey = faults.due("wrong-host-key") === undefined ? front.hostKey : front.otherHostKey;
    const server = new Server({ hostKeys: [hostKey], ident: "OpenSSH_for_Windows_9.5" }, (connection) =>
        serve(connection, socket, front),
    );
    server.injectSocket(socket);
}

function serve(connection: Connection, socket: Socket, front: SshFront): void {
    let logon: Logon = "password";
    // A client that resets or talks nonsense ends its own connection, nothing else.
    connection.on("error", (error) => front.parts.transcript.note(`ssh: ${error.message}`));
    connection.on("authentication", (attempt) => {
        logon = logOn(attempt, front.clientKey, front.parts) ?? logon;
    });
    connection.on("session", (accept, reject) => {
        if (front.parts.faults.due("channel-refused") !== undefined) {
            reject();
            return;
        }
        front.parts.meter.count("channels");
        serveSession(accept(), socket, front, () => logon);
    });
}

function serveSession(session: Session, socket: Socket, { parts, tree }: SshFront, logon: () => Logon): void {
    const { faults, meter, switches, transcript } = parts;
    session.on("sftp", (accept, reject) => {
        if (faults.due("sftp-refused") !== undefined) {
            reject();
            return;
        }
        meter.count("sftpSessions");
        serveSftp(accept(), tree, {
            denied: faults.due("sftp-denied") !== undefined,
            posixRename: switches.posixRename,
        });
    });
    session.on("exec", (accept, _reject, { command }) => {
        transcript.note(`exec ${command}`);
        const channel = accept();
        // Standard error may meet a client that is gone.
        channel.on("error", (error: Error) => transcript.note(`channel: ${error.message}`));
        const broken = { stderr: "[lab] the agent does not start\n", code: 1 };
        const started = faults.due("agent-does-not-start") === undefined ? start(command, tree) : broken;
        if ("agent" in started) {
            const end = runAgent(channel, socket, parts, started.agent, logon());
            session.on("signal", (acceptSignal, _rejectSignal, { name }) => {
                acceptSignal?.();
                end(`signal ${name}`);
            });
        } else {
            channel.stderr.write(started.stderr);
            finish(channel, started.code);
        }
    });
}
