import type { Bookkeeping } from "../lifecycle/bookkeeping";
import type { Declared } from "../lifecycle/declared";
import { RefusedError } from "../lifecycle/errors";
import { explain } from "../lifecycle/explain";
import { isSingleton, type Live } from "../lifecycle/live";
import type { Others } from "../lifecycle/others";
import type { Plan, Refusal } from "../lifecycle/plan";
import { type Outcome, reconcile, type Target } from "../lifecycle/reconcile";
import { type Section, sectionOf } from "../lifecycle/snapshot";
import type { Kind } from "../resources/kind";
import { sessionFor } from "../session/pool";
import type { Log, Severity } from "./engine-log";
import { Failure, messageOf, PartialFailure } from "./failures";
import { declaredOf, withoutHoles } from "./inputs";
import { maskerFor } from "./masking";
import { othersThan, register } from "./run-register";
import { type Hidden, hiddenOf, outputsOf } from "./state";
import type { Wire } from "./wire";

/** One call of the engine's for one resource: its inputs, and what the lifecycle is asked with them. */
export class EngineCall {
    readonly hidden: Hidden;
    /** What messages call the object. */
    readonly label: string;
    readonly #mask: (text: string) => string;

    constructor(
        readonly kind: Kind,
        /** Inputs, or the outputs that hold them. */
        readonly properties: Wire,
        private readonly log: Log,
    ) {
        this.hidden = hiddenOf(properties);
        const { name } = properties;
        const told = !isSingleton(kind) && typeof name === "string" && !this.hidden.secrets.has("name");
        this.#mask = maskerFor(kind, properties);
        this.label = told ? `${kind.noun} '${name}'` : kind.noun;
    }

    /** The inputs, canonical; `program` where they do not stand at the top level. */
    declared(program: Wire = this.properties): Declared {
        const decoded = declaredOf(this.kind, withoutHoles(this.kind, program));
        if (decoded.ok) return decoded.declared;
        const message = decoded.problems.map(({ path, message: text }) => `${path}: ${text}`).join("; ");
        throw this.failure(new RefusedError(this.label, [{ code: "Invalid", message }]));
    }

    /** All live objects of the kind. */
    async section(declared: Declared): Promise<Section> {
        try {
            return await sectionOf(this.#session(declared), this.kind);
        } catch (error) {
            throw this.failure(error);
        }
    }

    /** Notes that this resource is part of the run. */
    register(declared: Declared): void {
        register(this.#session(declared), this.kind, this.hidden.urn, declared);
    }

    /** What the rest of the run declares. */
    others(declared: Declared): Others {
        return othersThan(this.#session(declared), this.kind, this.hidden.urn);
    }

    async reconcile(
        declared: Declared,
        way: Pick<Target, "find" | "plan">,
        kept: Bookkeeping | undefined,
    ): Promise<Outcome> {
        const { kind, label: resource } = this;
        try {
            const outcome = await reconcile({ kind, session: this.#session(declared), resource, ...way }, kept);
            this.tell(outcome.notes);
            return outcome;
        } catch (error) {
            throw this.failure(error);
        }
    }

    /** The outputs after a write, or the failure that records as much of it as was accepted. */
    settle(outcome: Outcome, declared: Declared, id: string | undefined): Wire {
        const outputs = this.outputs(declared, outcome.kept, outcome.live);
        if (outcome.error === undefined) return outputs;
        if (!outcome.wrote || id === undefined) throw this.failure(outcome.error);
        throw new PartialFailure(this.#mask(messageOf(this.label, outcome.error)), outcome.error, id, outputs);
    }

    outputs(declared: Declared, kept: Bookkeeping, live: Live | undefined, values: Wire = {}): Wire {
        return outputsOf(this.kind, { ...this.properties, ...values }, declared, kept, live);
    }

    refuse(refusals: readonly Refusal[]): void {
        if (refusals.length > 0) throw this.failure(new RefusedError(this.label, refusals));
    }

    /** Tells the exact commands of a plan and what else the reader should know, secrets masked. */
    explain(plan: Plan): void {
        const masked = new Set([...this.hidden.secrets].map((name) => this.kind.fields[name]?.parameter ?? name));
        for (const call of plan.calls) this.#say("info", explain(call, masked));
        this.tell(plan.notes);
    }

    tell(notes: readonly string[]): void {
        for (const note of notes) this.#say("warning", note);
    }

    /** What went wrong as the engine shows it, secrets masked. */
    failure(cause: unknown): Failure {
        if (cause instanceof Failure) return cause;
        const failure = new Failure(this.#mask(messageOf(this.label, cause)), cause);
        if (this.properties.__declared !== undefined && failure.unreached) failure.message += STALE;
        return failure;
    }

    #say(severity: Severity, text: string): void {
        this.log(severity, this.hidden.urn, this.#mask(text));
    }

    #session({ connection }: Declared) {
        if (connection === undefined) throw new Error("a connection that is known only later was asked for");
        return sessionFor(connection);
    }
}

/** Refresh and destroy use the connection that the state holds, whatever the program says by now. */
const STALE =
    " This connection stands in the stack's state: if the program has another by now, run `pulumi up --refresh=false` once.";
