import { ExchangeTlsError } from "../errors";
import type { Wire } from "./engine/wire";

/**
 * An expected failure as the engine should show it: one message, no stack. The SDK prints `${error}: ${error.stack}`
 * of whatever check, diff, read or delete throws, beside the message that the engine prints anyway.
 */
export class Failure extends Error {
    constructor(message: string, cause: unknown) {
        super(message, { cause });
        this.stack = "";
    }

    get unreached(): boolean {
        return isUnreached(this.cause);
    }

    override toString(): string {
        return QUIET;
    }
}

/** The server was not reached, or did not let us in: what was asked for is not even begun. */
export function isUnreached(error: unknown): error is ExchangeTlsError {
    const way = ["Unreachable", "HostKey", "Authentication", "Credentials", "ExchangeSession"];
    return error instanceof ExchangeTlsError && way.includes(error.code);
}

/** A failure after the server accepted something: what is known is recorded in the state, and the next run repairs. */
export class PartialFailure extends Failure {
    readonly reasons: readonly string[];

    constructor(
        message: string,
        cause: unknown,
        readonly id: string,
        readonly properties: Wire,
    ) {
        super(message, cause);
        this.reasons = [this.message];
    }
}

/** The one line (for a defect of ours: with the stack) that tells a failure of `resource`. */
export function messageOf(resource: string, cause: unknown): string {
    if (cause instanceof ExchangeTlsError) {
        return cause.facts.resource === undefined ? `${resource}: ${cause.message}` : cause.message;
    }
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return `${resource}: a defect of pulumi-exchange-tls, please report it: ${text}`;
}

const QUIET = "pulumi-exchange-tls: the failure is reported by the engine";

/** Keeps the SDK from printing our failures a second and a third time on stderr. */
export function silenceRepetition(): void {
    const print = console.error;
    console.error = (...parts: unknown[]) => {
        if (parts[0] !== `${QUIET}: `) print(...parts);
    };
}
