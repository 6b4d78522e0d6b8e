import { type ErrorFacts, ExchangeTlsError } from "../errors";

/** Nobody answers at the host and port: refused, timed out, name not found, or what answers does not speak SSH. */
export class UnreachableError extends ExchangeTlsError {
    override readonly code = "Unreachable";

    constructor(
        facts: ErrorFacts,
        /** Whether the port is open: then somebody is there, and is not what the connection says. */
        readonly isOpen = false,
    ) {
        super(facts);
    }
}

/** The server's host key is not a declared one. Nothing was sent, not even the user name. */
export class HostKeyError extends ExchangeTlsError {
    override readonly code = "HostKey";
}

/** The server refused every credential it was offered. */
export class AuthenticationError extends ExchangeTlsError {
    override readonly code = "Authentication";
}

/** A password, key or ssh-agent is not where the connection says it is. Nothing was dialled. */
export class CredentialsError extends ExchangeTlsError {
    override readonly code = "Credentials";
}

/** The agent script cannot be put, or found, on the server. */
export class DeliveryError extends ExchangeTlsError {
    override readonly code = "Delivery";
}

/** The agent script did not come up; carries the end of what the process wrote to stderr. */
export class AgentStartError extends ExchangeTlsError {
    override readonly code = "AgentStart";
}

/** What was answered is not what the protocol says, or the agent could not understand us. */
export class ProtocolError extends ExchangeTlsError {
    override readonly code = "Protocol";
}

/** PowerShell runs restricted (application control), so the agent cannot work. */
export class LanguageModeError extends ExchangeTlsError {
    override readonly code = "LanguageMode";
}

/** The Exchange session (remote PowerShell, snap-in, module) cannot be opened or broke. */
export class ExchangeSessionError extends ExchangeTlsError {
    override readonly code = "ExchangeSession";
}

/** The logon works, but the directory cannot be read with it. */
export class DirectoryError extends ExchangeTlsError {
    override readonly code = "Directory";
}

/** No answer within the time allowed, and nothing was changed by the request. */
export class DeadlineError extends ExchangeTlsError {
    override readonly code = "Deadline";
}

/** The connection broke, and nothing was changed by the request. */
export class ConnectionLostError extends ExchangeTlsError {
    override readonly code = "ConnectionLost";
}

/** A write was sent and its answer never came: it may or may not have been carried out. Settle it by reading. */
export class AnswerLostError extends ExchangeTlsError {
    override readonly code = "AnswerLost";
}

/** The run is ending: nothing new is started. */
export class StoppingError extends ExchangeTlsError {
    override readonly code = "Stopping";
}

/** Everything that this folder throws. Tell the kinds apart by `code`. */
export type SessionError =
    | UnreachableError
    | HostKeyError
    | AuthenticationError
    | CredentialsError
    | DeliveryError
    | AgentStartError
    | ProtocolError
    | LanguageModeError
    | ExchangeSessionError
    | DirectoryError
    | DeadlineError
    | ConnectionLostError
    | AnswerLostError
    | StoppingError;

/** The words of a cause that is not ours. */
export function wordsOf(cause: unknown): string {
    return cause instanceof Error && cause.message !== "" ? cause.message : String(cause);
}
