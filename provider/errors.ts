/** What a reader needs to act on a failure. No secret may stand in any of it. */
export interface ErrorFacts {
    /** The resource that asked, e.g. `send connector 'To Fabrikam'`; filled in by the lifecycle. */
    readonly resource?: string | undefined;
    /** Host and port, or the Exchange server that answered. */
    readonly server?: string | undefined;
    /** What was being done, as a noun phrase: `connecting`, `reading send connectors`. */
    readonly step: string;
    /** What came back, in the server's or the system's own words. */
    readonly answer: string;
    /** What the reader does next, an imperative sentence. */
    readonly hint: string;
    /** Whether the same request may succeed when it is simply made again. */
    readonly retryable?: boolean;
    readonly cause?: unknown;
}

/**
 * Every error that leaves this package. `code` tells the kinds apart; the message is for people: one line, which
 * resource, which server, which step, what was answered, what to do next. The stack is the message alone, because
 * Pulumi prints stacks and an expected failure has none worth reading.
 */
export abstract class ExchangeTlsError extends Error {
    abstract readonly code: string;
    readonly facts: ErrorFacts;

    constructor(facts: ErrorFacts) {
        super(describe(facts), facts.cause === undefined ? undefined : { cause: facts.cause });
        this.facts = facts;
        this.name = new.target.name;
        this.stack = this.message;
    }

    get retryable(): boolean {
        return this.facts.retryable ?? false;
    }
}

function describe({ resource, server, step, answer, hint }: ErrorFacts): string {
    const subject = resource === undefined ? "" : `${resource}: `;
    const place = server === undefined ? "" : ` (${server})`;
    return `${subject}${step}${place} failed: ${sentence(answer)} ${sentence(hint)}`;
}

function sentence(text: string): string {
    const line = text.replaceAll(/\s+/g, " ").trim();
    return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** The code of an error of the system (`ENOENT`) or of SFTP (a number); undefined: it has none. */
export function codeOf(cause: unknown): unknown {
    return cause instanceof Error && "code" in cause ? cause.code : undefined;
}
