import type { ConnectionSettings } from "../connection-settings";
import {
    AuthenticationError,
    ConnectionLostError,
    CredentialsError,
    DeadlineError,
    HostKeyError,
    ProtocolError,
    type SessionError,
    UnreachableError,
    wordsOf,
} from "../errors";

/** How far an SSH connection came before it failed. */
export interface SshProgress {
    /** Fingerprint of the key that was refused. */
    readonly refusedKey: string | undefined;
    /** Keys are exchanged, credentials are being offered. */
    readonly loggingOn: boolean;
    /** Methods that were tried, and those that the server named. */
    readonly tried: readonly string[];
    readonly offered: readonly string[];
    readonly passwordExpired: boolean;
    /** The other end closed or reset. */
    readonly closed: boolean;
}

/** Tells what happened by where it happened and by ssh2's `level` and `code`, never by its words. */
export function sshFailure(settings: ConnectionSettings, progress: SshProgress, cause: unknown): SessionError {
    const { host, port, username, connectTimeout } = settings;
    const server = `${host}:${port}`;
    const { level, code } = marksOf(cause);
    const step = progress.loggingOn ? `logging on as ${username}` : "connecting";
    if (progress.refusedKey !== undefined) {
        return new HostKeyError({
            server,
            step: "checking the host key",
            answer: `the server offered ${progress.refusedKey}, expected ${settings.hostKey.join(" or ")}`,
            hint: "Nothing was sent. Compare with `ssh-keygen -lf` on the server itself, and declare its fingerprint in hostKey only if it is the same",
        });
    }
    if (progress.passwordExpired) {
        return new AuthenticationError({
            server,
            step,
            answer: "the server wants the password to be changed first",
            hint: `Change the password of ${username}, then run again`,
        });
    }
    if (level === "client-authentication" || (progress.loggingOn && typeof code === "number")) {
        const offered = progress.offered.length === 0 ? "nothing" : progress.offered.join(", ");
        const ended = typeof code === "number" ? `; it ended the connection: ${wordsOf(cause)}` : "";
        return new AuthenticationError({
            server,
            step,
            answer: `the server refused ${progress.tried.join(", ")}; it offers ${offered}${ended}`,
            hint: `Check the account (spelling, locked, expired, allowed to log on by sshd_config) and the credential; with a key, that ${host} has its public half`,
        });
    }
    if (level === "agent") {
        return new CredentialsError({
            server,
            step: "asking the ssh-agent",
            answer: wordsOf(cause),
            hint: "Check that the ssh-agent at SSH_AUTH_SOCK runs and holds the key (ssh-add -l)",
        });
    }
    if (level === "client-timeout") {
        const answer = `no answer within ${connectTimeout} s`;
        return progress.loggingOn
            ? new DeadlineError({
                  server,
                  step,
                  answer,
                  hint: "Check the server's load and its domain controllers, or raise connectTimeout",
              })
            : notSsh(
                  server,
                  `the port is open, but ${answer}`,
                  `Check that port ${port} of ${host} is its SSH server, or raise connectTimeout`,
              );
    }
    if (progress.closed || level === "client-socket" || typeof code === "number" || code === "ETIMEDOUT") {
        return new ConnectionLostError({
            server,
            step,
            answer: `the server closed the connection: ${wordsOf(cause)}`,
            hint: "Check the server's sshd log (Event Viewer, OpenSSH/Operational) and its connection limits",
            // Once credentials were sent, another attempt is another failed logon on somebody's account.
            retryable: !progress.loggingOn,
            cause,
        });
    }
    if (level === "handshake") {
        return new ProtocolError({
            server,
            step: "agreeing on SSH algorithms",
            answer: wordsOf(cause),
            hint: "Check the algorithms that the server's sshd_config allows",
        });
    }
    return notSsh(
        server,
        `what answers does not speak SSH: ${wordsOf(cause)}`,
        `Check that port ${port} of ${host} is its SSH server`,
        cause,
    );
}

function notSsh(server: string, answer: string, hint: string, cause?: unknown): UnreachableError {
    return new UnreachableError({ server, step: "connecting", answer, hint, cause }, true);
}

function marksOf(cause: unknown): { readonly level: string | undefined; readonly code: unknown } {
    const marks = typeof cause === "object" && cause !== null ? (cause as { level?: unknown; code?: unknown }) : {};
    return { level: typeof marks.level === "string" ? marks.level : undefined, code: marks.code };
}
