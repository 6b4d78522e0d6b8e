import type { Socket } from "node:net";

import { NodeSSH } from "node-ssh";
import type { Client, SFTPWrapper } from "ssh2";

import type { AgentPipe } from "../agent-pipe";
import type { Clock } from "../clock";
import type { ConnectionSettings } from "../connection-settings";
import type { Credentials } from "../credentials";
import { AgentStartError, ConnectionLostError, DeliveryError, wordsOf } from "../errors";
import { dial } from "./dial";
import { fingerprintOf, isExpected } from "./host-key";
import { sshFailure } from "./ssh-failure";
import { sshPipe } from "./ssh-pipe";

/** An SSH connection that is logged on. */
export interface SshLink {
    /** Rejects with a `ConnectionLostError` when the connection breaks. Heard already: it may be left alone. */
    readonly lost: Promise<never>;
    sftp(): Promise<SFTPWrapper>;
    /** Starts `command` without a terminal. */
    start(command: string): Promise<AgentPipe>;
    /** Whether the connection keeps the process alive: only while somebody waits for it. */
    hold(held: boolean): void;
    close(): void;
}

const FAREWELL_MS = 1_000;

type Method = "publickey" | "agent" | "password";

/** Dials and logs on, all within `connectTimeout`. */
export async function openLink(
    settings: ConnectionSettings,
    credentials: Credentials,
    clock: Clock,
    abort: AbortSignal,
): Promise<SshLink> {
    const limit = settings.connectTimeout * 1000;
    const started = clock.now();
    const socket = await dial(settings, limit, clock, abort);
    const progress = {
        refusedKey: undefined as string | undefined,
        loggingOn: false,
        tried: [] as string[],
        offered: [] as string[],
        passwordExpired: false,
    };
    const ssh = new NodeSSH();
    const stop = () => socket.destroy();
    abort.addEventListener("abort", stop);
    try {
        const ready = ssh.connect({
            sock: socket,
            username: settings.username,
            ...secretsFor(credentials),
            authHandler: methodsInTurn(credentials, progress),
            // Exactly true or false, and at once: anything else counts as accepted.
            hostVerifier: (key: Buffer): boolean => {
                const offered = fingerprintOf(key);
                const accepted = isExpected(offered, settings.hostKey);
                progress.refusedKey = accepted ? undefined : offered;
                return accepted;
            },
            readyTimeout: Math.max(1, limit - (clock.now() - started)),
            keepaliveInterval: 0,
            tryKeyboard: false,
        });
        // Taken now, because node-ssh forgets it when the connection ends and stops listening for errors when it is ready.
        const client = ssh.connection;
        if (client === null) {
            throw await ready.then(
                () => new Error("no connection"),
                (cause: unknown) => cause,
            );
        }
        const lost = lostOf(client, socket, `${settings.host}:${settings.port}`);
        client.once("handshake", () => {
            progress.loggingOn = true;
        });
        client.once("change password", () => {
            progress.passwordExpired = true;
            socket.destroy();
        });
        await ready;
        return link(ssh, client, socket, lost, `${settings.host}:${settings.port}`, clock);
    } catch (cause) {
        const closed = socket.readableEnded || socket.destroyed;
        socket.destroy();
        if (abort.aborted) {
            throw abort.reason;
        }
        throw sshFailure(settings, { ...progress, closed }, cause);
    } finally {
        abort.removeEventListener("abort", stop);
    }
}

function secretsFor({ password, privateKey, agentSocket }: Credentials) {
    return {
        ...(password !== undefined && { password }),
        ...(privateKey !== undefined && { privateKey: privateKey.text }),
        ...(privateKey?.passphrase !== undefined && { passphrase: privateKey.passphrase }),
        ...(agentSocket !== undefined && { agent: agentSocket }),
    };
}

/** Key, ssh-agent, password, as far as they are there and the server offers them; notes what was tried. */
function methodsInTurn(credentials: Credentials, progress: { tried: string[]; offered: string[] }) {
    const left: Method[] = [];
    if (credentials.privateKey !== undefined) {
        left.push("publickey");
    }
    if (credentials.agentSocket !== undefined) {
        left.push("agent");
    }
    if (credentials.password !== undefined) {
        left.push("password");
    }
    return (offered: readonly string[] | null): Method | false => {
        progress.offered = offered === null ? progress.offered : [...offered];
        for (let method = left.shift(); method !== undefined; method = left.shift()) {
            const asNamed = method === "agent" ? "publickey" : method;
            progress.tried.push(method);
            if (offered === null || offered.includes(asNamed)) {
                return method;
            }
        }
        return false;
    };
}

/** Listens for the end of the connection from its first moment to its last: an `error` nobody hears ends the process. */
function lostOf(client: Client, socket: Socket, server: string): Promise<never> {
    const lost = new Promise<never>((_, reject) => {
        const end = (words: string, cause?: unknown) =>
            reject(
                new ConnectionLostError({
                    server,
                    step: "talking to the server",
                    answer: `the connection broke: ${words}`,
                    hint: "Check the network and whether the server restarted, then run again",
                    retryable: true,
                    cause,
                }),
            );
        client.on("error", (cause) => end(wordsOf(cause), cause));
        client.on("close", () => end("the server closed it"));
        socket.on("close", () => end("the server closed it"));
    });
    lost.catch(() => undefined);
    return lost;
}

function link(
    ssh: NodeSSH,
    client: Client,
    socket: Socket,
    lost: Promise<never>,
    server: string,
    clock: Clock,
): SshLink {
    return {
        lost,
        async sftp() {
            try {
                const sftp = await Promise.race([ssh.requestSFTP(), lost]);
                sftp.on("error", () => undefined);
                return sftp;
            } catch (cause) {
                throw cause instanceof ConnectionLostError
                    ? cause
                    : new DeliveryError({
                          server,
                          step: "opening SFTP",
                          answer: wordsOf(cause),
                          hint: "Check that sshd_config of the server has its `Subsystem sftp` line and that the account may use it",
                          cause,
                      });
            }
        },
        async start(command) {
            const opened = new Promise<AgentPipe>((resolve, reject) => {
                client.exec(command, (error, channel) => (error ? reject(error) : resolve(sshPipe(channel, lost))));
            });
            try {
                return await Promise.race([opened, lost]);
            } catch (cause) {
                throw cause instanceof ConnectionLostError
                    ? cause
                    : new AgentStartError({
                          server,
                          step: "starting the agent",
                          answer: wordsOf(cause),
                          hint: "Check that the account may run commands over SSH (ForceCommand, MaxSessions in sshd_config)",
                          cause,
                      });
            }
        },
        hold: (held) => void (held ? socket.ref() : socket.unref()),
        close() {
            client.end();
            socket.unref();
            // A connection into nowhere never gets its last bytes out.
            clock.after(FAREWELL_MS, () => socket.destroy(), "background");
        },
    };
}
