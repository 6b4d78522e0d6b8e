import type * as pulumi from "@pulumi/pulumi";
import { planArrival, planUpdate } from "../lifecycle/adoption";
import type { Bookkeeping } from "../lifecycle/bookkeeping";
import type { Declared } from "../lifecycle/declared";
import { RefusedError, VanishedError } from "../lifecycle/errors";
import { explain } from "../lifecycle/explain";
import { isSingleton, type Live, singletonId } from "../lifecycle/live";
import { type Plan, type Refusal, refusalsFor } from "../lifecycle/plan";
import { present } from "../lifecycle/present";
import { type Outcome, reconcile } from "../lifecycle/reconcile";
import { planRemoval } from "../lifecycle/removal";
import { sectionOf } from "../lifecycle/snapshot";
import type { Kind } from "../resources/kind";
import { type AgentSession, sessionFor } from "../session/pool";
import { attachToEngine } from "./engine";
import type { Log } from "./engine-log";
import { Failure, messageOf, PartialFailure, silenceRepetition } from "./failures";
import { declaredOf, sameProgram, withoutHoles } from "./inputs";
import { hiddenOf, outputsOf, rememberedOf } from "./state";
import { byId, byName, labelOf, markOf } from "./subject";
import type { Wire } from "./wire";

/**
 * The lifecycle of one kind as Pulumi's engine calls it. Knows Pulumi and nothing of Exchange: every decision is a
 * plan of the lifecycle's. There is no preview flag, and check and diff run in previews and updates alike.
 */
export class DynamicProvider implements pulumi.dynamic.ResourceProvider {
    /** Resources whose inputs were checked in this process: only then are a diff's roles known not to be swapped. */
    readonly #checked = new Set<string>();
    /** Resources that exist for the engine: a replacement's second check looks like that of a new resource. */
    readonly #existing = new Set<string>();
    #log: Log = () => undefined;

    constructor(readonly kind: Kind) {}

    /** Synchronous on purpose: the SDK calls other methods without awaiting this one. */
    async configure(): Promise<void> {
        silenceRepetition();
        this.#log = attachToEngine();
    }

    async check(olds: Wire, news: Wire): Promise<pulumi.dynamic.CheckResult> {
        const { kind } = this;
        const inputs = withoutHoles(kind, news);
        const hidden = hiddenOf(inputs);
        const problems = (texts: readonly string[]) => ({
            inputs,
            failures: texts.map((reason) => ({ property: "", reason })),
        });
        const decoded = declaredOf(kind, inputs);
        if (!decoded.ok)
            return problems(decoded.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)));
        const { declared } = decoded;
        const broken = refusalsFor(kind, declared.values);
        if (broken.length > 0) return problems(broken.map(({ message }) => message));
        if (declared.connection === undefined) return { inputs };
        try {
            const section = await sectionOf(sessionFor(declared.connection), kind);
            const isNew = Object.keys(olds).length === 0 && !this.#existing.has(hidden.urn);
            if (isNew && declared.unknown.length === 0) {
                const live = byName(kind, declared)(section);
                const plan = planArrival(kind, declared, markOf(declared, hidden), live, undefined);
                if (plan.refusals.length > 0) return problems(plan.refusals.map(({ message }) => message));
                this.#explain(plan, inputs);
            }
            this.#checked.add(hidden.urn);
            return { inputs };
        } catch (error) {
            return problems([messageOf(this.#label(inputs), error)]);
        }
    }

    async diff(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.DiffResult> {
        const { kind } = this;
        const inputs = withoutHoles(kind, news);
        const { urn } = hiddenOf(inputs);
        this.#existing.add(urn);
        const decoded = declaredOf(kind, inputs);
        const changed = { changes: true, deleteBeforeReplace: true };
        if (!decoded.ok || decoded.declared.unknown.length > 0) return changed;
        const { declared } = decoded;
        const live = await this.#observe(inputs, declared, id);
        if (live === undefined) return { ...changed, replaces: ["name"] };

        const { declared: before, kept } = rememberedOf(kind, olds);
        const plan = planUpdate(kind, declared, kept, live);
        if (this.#checked.has(urn)) {
            this.#refuse(inputs, plan.refusals);
            this.#explain(plan, inputs);
        }
        const then = declaredOf(kind, before);
        const same = then.ok && sameProgram(then.declared, declared);
        return { changes: plan.calls.length > 0 || !same, deleteBeforeReplace: true };
    }

    async create(inputs: Wire): Promise<pulumi.dynamic.CreateResult> {
        const { kind } = this;
        const declared = this.#declared(inputs);
        const mark = markOf(declared, hiddenOf(inputs));
        const outcome = await this.#reconcile(inputs, declared, {
            find: byName(kind, declared),
            plan: (live, kept) => planArrival(kind, declared, mark, live, kept),
        });
        const id = outcome.live?.id ?? (isSingleton(kind) ? singletonId(kind) : undefined);
        return { id: id ?? "", outs: this.#settle(outcome, inputs, declared, id) };
    }

    async update(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.UpdateResult> {
        const { kind } = this;
        const declared = this.#declared(news);
        const remembered = rememberedOf(kind, olds);
        const outcome = await this.#reconcile(
            news,
            declared,
            {
                find: byId(id),
                plan: (live, kept = remembered.kept) => {
                    if (live === undefined) throw new VanishedError(this.#label(news));
                    return planUpdate(kind, declared, kept, live);
                },
            },
            remembered.kept,
        );
        return { outs: this.#settle(outcome, news, declared, id) };
    }

    async read(id: string, props: Wire): Promise<pulumi.dynamic.ReadResult> {
        const { kind } = this;
        const { declared: program, kept } = rememberedOf(kind, props);
        const declared = this.#declared({ ...program });
        this.#existing.add(hiddenOf(props).urn);
        const live = await this.#observe(props, declared, id);
        if (live === undefined) return {};
        const values = present(kind, declared, live);
        const hidden = Object.entries(props).filter(([key]) => INPUT_KEYS.has(key));
        return {
            id: live.id,
            props: { ...outputsOf(kind, { ...props, ...values }, declared, kept, live) },
            inputs: { ...program, ...values, ...Object.fromEntries(hidden) },
        };
    }

    async delete(id: string, props: Wire): Promise<void> {
        const { kind } = this;
        const { declared: program, kept } = rememberedOf(kind, props);
        const declared = this.#declared(program);
        const outcome = await this.#reconcile(
            props,
            declared,
            { find: byId(id), plan: (live, now = kept) => planRemoval(kind, now, live) },
            kept,
        );
        if (outcome.error) throw new Failure(this.#label(props), outcome.error);
    }

    #declared(inputs: Wire): Declared {
        const decoded = declaredOf(this.kind, withoutHoles(this.kind, inputs));
        if (decoded.ok) return decoded.declared;
        const text = decoded.problems.map(({ path, message }) => `${path}: ${message}`).join("; ");
        throw new Failure(
            this.#label(inputs),
            new RefusedError(this.#label(inputs), [{ code: "Invalid", message: text }]),
        );
    }

    #session(inputs: Wire, declared: Declared): AgentSession {
        if (declared.connection !== undefined) return sessionFor(declared.connection);
        throw new Failure(this.#label(inputs), new Error("the connection is not known"));
    }

    async #observe(inputs: Wire, declared: Declared, id: string): Promise<Live | undefined> {
        try {
            return byId(id)(await sectionOf(this.#session(inputs, declared), this.kind));
        } catch (error) {
            throw new Failure(this.#label(inputs), error);
        }
    }

    async #reconcile(
        inputs: Wire,
        declared: Declared,
        way: Pick<Parameters<typeof reconcile>[0], "find" | "plan">,
        kept?: Bookkeeping,
    ): Promise<Outcome> {
        const resource = this.#label(inputs);
        try {
            const session = this.#session(inputs, declared);
            const outcome = await reconcile({ kind: this.kind, session, resource, ...way }, kept);
            for (const note of outcome.notes) this.#log("info", hiddenOf(inputs).urn, note);
            return outcome;
        } catch (error) {
            throw error instanceof Failure ? error : new Failure(resource, error);
        }
    }

    /** The outputs of a write, or the failure that records as much of it as was accepted. */
    #settle(outcome: Outcome, inputs: Wire, declared: Declared, id: string | undefined): Wire {
        const outputs = outputsOf(this.kind, inputs, declared, outcome.kept, outcome.live);
        if (outcome.error === undefined) return outputs;
        const label = this.#label(inputs);
        throw outcome.wrote && id !== undefined
            ? new PartialFailure(label, outcome.error, id, outputs)
            : new Failure(label, outcome.error);
    }

    #refuse(inputs: Wire, refusals: readonly Refusal[]): void {
        const label = this.#label(inputs);
        if (refusals.length > 0) throw new Failure(label, new RefusedError(label, refusals));
    }

    #explain(plan: Plan, inputs: Wire): void {
        const { urn, secrets } = hiddenOf(inputs);
        const masked = new Set([...secrets].map((name) => this.kind.fields[name]?.parameter ?? name));
        for (const call of plan.calls) this.#log("info", urn, explain(call, masked));
    }

    #label(inputs: Wire): string {
        return labelOf(this.kind, hiddenOf(inputs).secrets.has("name") ? undefined : inputs.name);
    }
}

/** Hidden keys that are inputs, not memory. */
const INPUT_KEYS = new Set(["__urn", "__organization", "__secrets"]);
