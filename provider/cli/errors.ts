import { ExchangeTlsError } from "../errors";

/** The command line, or the connection that it names, cannot be used. Nothing was connected to. */
export class ArgumentsError extends ExchangeTlsError {
    override readonly code = "Arguments";
}

/** Nothing was restarted, because of what was found before. */
export class RestartRefusedError extends ExchangeTlsError {
    override readonly code = "RestartRefused";
}

/** A service did not come back. */
export class ServiceError extends ExchangeTlsError {
    override readonly code = "Service";
}

/** The services run, and a binding of the server does not listen. */
export class NotListeningError extends ExchangeTlsError {
    override readonly code = "NotListening";
}

/** The answer to a restart was lost: whether the service was restarted is unknown. */
export class RestartUnknownError extends ExchangeTlsError {
    override readonly code = "RestartUnknown";
}

/** Somebody pressed Ctrl-C. */
export class InterruptedError extends ExchangeTlsError {
    override readonly code = "Interrupted";
}
