import { ExchangeTlsError } from "../errors";
import type { Kind } from "../resources/kind";
import type { AgentError } from "../session/frames";
import { type Refusal, UNKNOWN_VERSION } from "./plan/judge";

const RBAC_HINT = "Check that the account has the role Organization Management, or a role group with this cmdlet";

/** A managed object could not be read, so nothing is known and nothing is done. */
export class UnreadableError extends ExchangeTlsError {
    readonly code = "Unreadable";

    static from(kind: Kind, error: AgentError): UnreadableError {
        const missing = error.reason === "CommandNotFoundException";
        return new UnreadableError({
            step: `reading ${kind.noun}s with ${kind.cmdlets.get}`,
            server: error.server,
            answer: wordsOf(error),
            hint: missing
                ? RBAC_HINT
                : "Nothing was changed. Run the cmdlet by hand as the same account, then run again",
            retryable: error.transient,
        });
    }

    static implausible(kind: Kind, count: number): UnreadableError {
        return new UnreadableError({
            step: `reading ${kind.noun}s with ${kind.cmdlets.get}`,
            answer: `the answer cannot be right: ${count} object(s), or one without a Guid`,
            hint: "Nothing was changed. Run the cmdlet by hand as the same account, then run again",
        });
    }

    static noAnswer(kind: Kind): UnreadableError {
        return new UnreadableError({
            step: `reading ${kind.noun}s with ${kind.cmdlets.get}`,
            answer: "no answer came for this call",
            hint: "Nothing was changed. Run again",
            retryable: true,
        });
    }
}

/** A write was accepted, and what came of it cannot be read. */
export class UnprovedError extends ExchangeTlsError {
    readonly code = "Unproved";

    constructor(resource: string, cause: UnreadableError) {
        const { server, answer, retryable } = cause.facts;
        super({
            resource,
            step: "reading back",
            server,
            answer,
            hint: "The write was accepted and is recorded. Run pulumi up again: it reads first and writes only what is missing",
            retryable: retryable ?? false,
            cause,
        });
    }
}

/** The plan is not valid. */
export class RefusedError extends ExchangeTlsError {
    readonly code = "Refused";
    readonly refusals: readonly Refusal[];

    constructor(resource: string, refusals: readonly Refusal[], wrote = false) {
        super({
            resource,
            step: "planning",
            answer: refusals.map(({ message }) => message).join("; "),
            hint: nextAction(refusals, wrote),
        });
        this.refusals = refusals;
    }
}

/** The server did not take one of the settings: what came before it is written and recorded, the rest was not sent. */
export class SettingsRefusedError extends ExchangeTlsError {
    readonly code = "SettingsRefused";

    constructor(
        resource: string,
        failures: readonly { readonly text: string; readonly hint: string }[],
        skipped: number,
    ) {
        const rest = skipped === 1 ? "the call after it was" : `the ${skipped} calls after it were`;
        super({
            resource,
            step: "writing the settings",
            answer: [...failures.map(({ text }) => text), ...(skipped > 0 ? [`${rest} not sent`] : [])].join("; "),
            hint: `The next run knows what was written. ${[...new Set(failures.map(({ hint }) => hint))].join(". ")}, then run again`,
        });
    }
}

/** The cmdlet answered with an error. */
export class CmdletError extends ExchangeTlsError {
    readonly code = "Cmdlet";
    readonly error: AgentError;

    constructor(resource: string, cmdlet: string, error: AgentError, hint: string) {
        super({
            resource,
            step: cmdlet,
            server: error.server,
            answer: wordsOf(error),
            hint,
            retryable: error.transient,
        });
        this.error = error;
    }
}

/** Exchange accepted the call, and the object still is not what was asked for. */
export class NotReachedError extends ExchangeTlsError {
    readonly code = "NotReached";

    constructor(resource: string, differences: readonly string[]) {
        super({
            resource,
            step: "reading back",
            answer: `after two writes the server still shows another value: ${differences.join("; ")}`,
            hint: "Somebody else or a policy sets it: find out who, or take the property out of the program",
        });
    }
}

/** A defect of this package, met after something may have been written. */
export class DefectError extends ExchangeTlsError {
    readonly code = "Defect";

    constructor(resource: string, cause: unknown) {
        const answer = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
        super({ resource, step: "writing", answer, hint: "Please report this defect of pulumi-exchange-tls", cause });
    }
}

/** The object went away between the plan and the write. */
export class VanishedError extends ExchangeTlsError {
    readonly code = "Vanished";

    constructor(resource: string) {
        super({
            resource,
            step: "updating",
            answer: "the object is no longer there",
            hint: "Run pulumi up again with --refresh: it will be created anew",
        });
    }
}

function wordsOf({ message, reason, failureCategory }: AgentError): string {
    const kind = failureCategory ?? reason;
    return kind === undefined ? message : `${message} [${kind}]`;
}

function nextAction(refusals: readonly Refusal[], wrote: boolean): string {
    const sent = wrote ? "An earlier write of this run was accepted" : "Nothing was sent";
    const newer = refusals.some(({ code }) => code === UNKNOWN_VERSION);
    return `${sent}. ${newer ? "Use a newer pulumi-exchange-tls, or do it by hand" : "Correct what is named, then run again"}`;
}
