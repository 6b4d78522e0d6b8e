import type { Bookkeeping } from "../lifecycle/bookkeeping";
import type { Declared } from "../lifecycle/declared";
import { RefusedError } from "../lifecycle/errors";
import { explain } from "../lifecycle/explain";
import { isSingleton, type Live } from "../lifecycle/live";
import type { Plan, Refusal } from "../lifecycle/plan";
import { type Outcome, reconcile, type Target } from "../lifecycle/reconcile";
import { type Section, sectionOf } from "../lifecycle/snapshot";
import type { Kind } from "../resources/kind";
import { sessionFor } from "../session/pool";
import type { Log } from "./engine-log";
import { Failure, messageOf, PartialFailure } from "./failures";
import { declaredOf, withoutHoles } from "./inputs";
import { maskerFor } from "./masking";
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

    async reconcile(
        declared: Declared,
        way: Pick<Target, "find" | "plan">,
        kept: Bookkeeping | undefined,
    ): Promise<Outcome> {
        const { kind, label: resource } = this;
        try {
            const outcome = await reconcile({ kind, session: this.#session(declared), resource, ...way }, kept);
            for (const note of outcome.notes) this.#say(note);
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

    /** Tells the exact commands of a plan, secrets masked. */
    explain(plan: Plan): void {
        const masked = new Set([...this.hidden.secrets].map((name) => this.kind.fields[name]?.parameter ?? name));
        for (const call of plan.calls) this.#say(explain(call, masked));
    }

    /** What went wrong as the engine shows it, secrets masked. */
    failure(cause: unknown): Failure {
        return cause instanceof Failure ? cause : new Failure(this.#mask(messageOf(this.label, cause)), cause);
    }

    #say(text: string): void {
        this.log("info", this.hidden.urn, this.#mask(text));
    }

    #session({ connection }: Declared) {
        if (connection === undefined) throw new Error("a connection that is known only later was asked for");
        return sessionFor(connection);
    }
}
