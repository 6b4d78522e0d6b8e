import { connect, type Socket } from "node:net";
import { codeOf } from "../../errors";
import type { Clock } from "../clock";
import type { ConnectionSettings } from "../connection-settings";
import { ConnectionLostError, UnreachableError, wordsOf } from "../errors";

/** One address may take so long before the next one of the same name is tried as well; Node's 250 ms are too few for a VPN. */
const NEXT_ADDRESS_MS = 2_000;

/** Somebody is there, but does not want us now. */
const RESETS = new Set(["ECONNRESET", "ECONNABORTED", "EPIPE"]);

/** A TCP connection. The socket has an `error` listener that stays, so that no reset at any later moment is unheard. */
export function dial(
    { host, port }: ConnectionSettings,
    ms: number,
    clock: Clock,
    abort: AbortSignal,
): Promise<Socket> {
    const server = `${host}:${port}`;
    return new Promise((resolve, reject) => {
        const socket = connect({
            host,
            port,
            autoSelectFamily: true,
            autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
            noDelay: true,
        });
        const give = (end: () => void) => {
            cancel();
            abort.removeEventListener("abort", stop);
            end();
        };
        const fail = (error: Error) =>
            give(() => {
                socket.destroy();
                reject(error);
            });
        const stop = () => fail(abort.reason);
        const late = `nobody answered within ${ms / 1000} s`;
        const cancel = clock.after(ms, () => fail(unreachable(server, late, hintFor("ETIMEDOUT", host, port))));
        abort.addEventListener("abort", stop);
        socket.on("error", (cause) => fail(failureOf(server, cause, host, port)));
        socket.once("connect", () => give(() => resolve(socket)));
    });
}

function failureOf(server: string, cause: Error, host: string, port: number): UnreachableError | ConnectionLostError {
    const code = String(codeOf(cause) ?? "");
    if (!RESETS.has(code)) {
        return unreachable(server, answerOf(cause), hintFor(code, host, port), cause);
    }
    return new ConnectionLostError({
        server,
        step: "connecting",
        answer: `the connection was accepted and dropped: ${answerOf(cause)}`,
        hint: "Check the server's sshd log and its connection limits (MaxStartups)",
        retryable: true,
        cause,
    });
}

function unreachable(server: string, answer: string, hint: string, cause?: unknown): UnreachableError {
    return new UnreachableError({ server, step: "connecting", answer, hint, cause });
}

function answerOf(cause: Error): string {
    // Several addresses give one error with many inside and no words of its own.
    return cause instanceof AggregateError ? cause.errors.map(wordsOf).join("; ") : wordsOf(cause);
}

function hintFor(code: string, host: string, port: number): string {
    switch (code) {
        case "ECONNREFUSED":
            return `Check that the OpenSSH server service (sshd) runs on ${host} and listens on port ${port}`;
        case "ENOTFOUND":
        case "EAI_AGAIN":
        case "EAI_NODATA":
        case "EAI_NONAME":
            return `Check the spelling of ${host} and that this machine's DNS knows it`;
        default:
            return `Check that ${host} is up and that no firewall between it and this machine blocks port ${port}`;
    }
}
