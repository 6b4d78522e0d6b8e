import { RefusedError } from "../lifecycle/errors";
import type { Refusal } from "../lifecycle/plan/judge";
import { lineOf, type SchemaIssue } from "../schema-issues";
import type { Wire } from "./engine/wire";
import { Failure, messageOf } from "./failures";
import { PreviewPromise, type Tell } from "./promise";
import { OFFLINE, OfflineError } from "./run/offline";
import type { Run } from "./run/run";
import type { RunConfig } from "./run/run-config";
import { nobodyThere, toldBefore, waysOut } from "./run/unreached";
import type { Hidden } from "./state";

/** What all calls of the engine's for one resource have in common: how they tell, refuse and fail. */
export abstract class Call {
    readonly config: RunConfig;
    protected readonly promise: PreviewPromise;
    #explained = false;

    constructor(
        /** What messages call the resource. */
        readonly label: string,
        /** Inputs, or the outputs that hold them. */
        readonly properties: Wire,
        protected readonly run: Run,
        readonly hidden: Hidden,
        /** How a preview's record tells a command. */
        tell: Tell,
    ) {
        this.promise = new PreviewPromise(run, hidden, properties, tell);
        try {
            this.config = run.config();
        } catch (error) {
            const before = toldBefore(error, hidden.urn);
            throw new Failure(before === undefined ? messageOf(label, error) : `${label}: ${before}`, error);
        }
    }

    /** A text without the values that the program calls secret. */
    abstract masked(text: string): string;

    tell(notes: readonly string[]): void {
        for (const note of notes) this.#say("warning", note);
    }

    /** The engine shows an update all the same where the program declares otherwise what the server is already. */
    explainNothing(): void {
        if (this.config.explain) this.inform("nothing is written: only the stack's state changes");
    }

    /** Once, however often the same is planned. */
    protected explainOnce(lines: readonly string[], otherwise: string): void {
        if (this.#explained || !this.config.explain) return;
        this.#explained = true;
        for (const line of lines.length > 0 ? lines : [otherwise]) this.inform(line);
    }

    protected inform(text: string): void {
        this.#say("info", text);
    }

    /** A line for the whole run, once. */
    protected tellAll(text: string): void {
        this.run.log("warning", "", this.masked(text));
    }

    /** What is wrong with inputs that were valid when they were checked. */
    protected invalid(problems: readonly SchemaIssue[]): Failure {
        const message = problems.map(lineOf).join("; ");
        return this.failure(new RefusedError(this.label, [{ code: "Invalid", message }]));
    }

    refuse(refusals: readonly Refusal[]): void {
        if (refusals.length > 0) throw this.failure(new RefusedError(this.label, refusals));
    }

    /** What went wrong as the engine shows it, secrets masked. */
    failure(cause: unknown, advice = ""): Failure {
        if (cause instanceof Failure) return cause;
        const before = toldBefore(cause, this.hidden.urn);
        if (before !== undefined) return new Failure(this.masked(`${this.label}: ${before}`), cause);
        const failure = new Failure(this.masked(messageOf(this.label, cause)), cause);
        failure.message += advice;
        if (this.properties.__declared !== undefined && failure.unreached) failure.message += STALE;
        return failure;
    }

    /** Of a resource that exists, nobody can say anything without its server. */
    unread(cause: unknown): Failure {
        return this.failure(cause, nobodyThere(cause) && waysOut(this.hidden.urn));
    }

    /** Whether the run is one without servers; that is told then. */
    asksNobody(): boolean {
        if (this.config.offline) this.tellAll(OFFLINE);
        return this.config.offline;
    }

    /** What cannot be done without the servers is refused in a run without them. */
    needsServer(step: string): void {
        if (this.config.offline) throw this.failure(new OfflineError(this.label, step));
    }

    /** What a check or a diff failed in is no preview. */
    spoil(): void {
        this.attempt(() => this.promise.spoil());
    }

    /** Keeps a removal that this run's refresh did not tell to what the state says of it. */
    keepToSaid(parts: readonly string[]): void {
        this.attempt(() => this.promise.keepToSaid(this.label, parts, this.properties.onDestroy));
    }

    protected attempt(work: () => void): void {
        try {
            work();
        } catch (error) {
            throw this.failure(error);
        }
    }

    #say(severity: "info" | "warning", text: string): void {
        // While a file is imported nobody knows the resource's URN, so the line lands under the stack.
        const line = this.hidden.urn === "" ? `${this.label}: ${text}` : text;
        this.run.log(severity, this.hidden.urn, this.masked(line));
    }
}

/** Refresh and destroy use the connection that the state holds, whatever the program says by now. */
const STALE =
    " This connection stands in the stack's state: if the program has another by now, run `pulumi up --refresh=false` once.";
