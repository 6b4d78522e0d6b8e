import type * as pulumi from "@pulumi/pulumi";
import type { Declared } from "../../lifecycle/declared";
import { VanishedError } from "../../lifecycle/errors";
import { isSingleton, singletonId } from "../../lifecycle/observe/live";
import { asDeclared, NotFoundError } from "../../lifecycle/observe/look-up";
import { planArrival, planUpdate } from "../../lifecycle/plan/adoption";
import { planRemoval, removalInWords } from "../../lifecycle/plan/removal";
import { unreadable } from "../../lifecycle/plan/verdict";
import { nothingKept } from "../../lifecycle/remember/bookkeeping";
import { present } from "../../lifecycle/tell/present";
import type { Kind } from "../../resources/kind";
import type { Wire } from "../engine/wire";
import { Failure } from "../failures";
import { LoggedProvider } from "../logged-provider";
import { ofThisProcess, type Ways } from "../run/ways";
import { hiddenInputs, hiddenOf, rememberedOf } from "../state";
import { check } from "./check";
import { diff } from "./diff";
import { EngineCall } from "./engine-call";
import { withoutHoles } from "./inputs";
import { Memory } from "./memory";
import { UNTOLD } from "./replacement";
import { byId, byName, markOf, objectOf } from "./subject";

/**
 * The lifecycle of one kind as Pulumi's engine calls it. Knows Pulumi and nothing of Exchange: every decision is a
 * plan of the lifecycle's. There is no preview flag, and check and diff run in previews and updates alike.
 */
export class DynamicProvider extends LoggedProvider {
    readonly #memory = new Memory();

    constructor(
        readonly kind: Kind,
        ways: Ways = ofThisProcess,
    ) {
        super(ways);
    }

    protected async onCheck(olds: Wire, news: Wire): Promise<pulumi.dynamic.CheckResult> {
        const inputs = withoutHoles(this.kind, news);
        return await check(this.call(inputs), this.#memory, inputs, Object.keys(olds).length === 0);
    }

    protected async onDiff(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.DiffResult> {
        const inputs = withoutHoles(this.kind, news);
        return await diff(this.call(inputs, olds), this.#memory, { id, olds, inputs });
    }

    protected async onCreate(inputs: Wire): Promise<pulumi.dynamic.CreateResult> {
        const on = this.call(inputs);
        this.#memory.arrivals.begin(on.hidden.urn);
        on.needsServer("creating");
        const { kind } = on;
        const declared = on.declared();
        const mark = markOf(declared, on.hidden);
        const outcome = await on.reconcile(
            declared,
            byName(kind, declared),
            (scene, live, kept) => planArrival(kind, declared, mark, live, kept, scene),
            undefined,
        );
        const id = outcome.live?.id ?? (isSingleton(kind) ? singletonId(kind) : undefined);
        return { id: id ?? "", outs: await on.settle(outcome, declared, id) };
    }

    protected async onUpdate(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.UpdateResult> {
        const on = this.call(news, olds);
        on.needsServer("updating");
        const { kind } = on;
        const declared = on.declared();
        const remembered = rememberedOf(kind, olds).kept;
        const outcome = await on.reconcile(
            declared,
            byId(kind, id),
            (scene, live, kept = remembered) => {
                if (live === undefined) throw new VanishedError(on.label);
                return planUpdate(kind, declared, kept, live, scene);
            },
            remembered,
        );
        return { outs: await on.settle(outcome, declared, id) };
    }

    async read(id: string, props: Wire): Promise<pulumi.dynamic.ReadResult> {
        const on = this.call(props);
        const { kind } = on;
        const { program, kept } = rememberedOf(kind, props);
        if (on.asksNobody()) {
            if (!on.hidden.isGet) this.#memory.existing.add(on.hidden.urn);
            // What `get` looks up stands in no state before it was read once.
            if (on.hidden.isGet && !("onDestroy" in props)) on.needsServer("looking up");
            return { id, props, inputs: { ...program, ...hiddenInputs(props) } };
        }
        if (on.hidden.isGet) return await this.#lookUp(on, id);
        const declared = on.declared(program);
        const live = byId(kind, id)(await on.section(declared));
        // What is gone leaves the state, and what the program declares is new then.
        if (live === undefined) return {};
        this.#memory.existing.add(on.hidden.urn);
        on.refuse(unreadable(kind, Object.keys(declared.values), live));
        const values = present(kind, declared, live);
        await on.noteRemoval(() => on.decide(declared, (scene) => planRemoval(kind, kept, live, scene)));
        return {
            id: live.id,
            props: await on.outputs(declared, kept, live, values),
            inputs: { ...program, ...values, ...hiddenInputs(props) },
        };
    }

    /** The object of `get`, with all that it shows. */
    async #lookUp(on: EngineCall, id: string): Promise<pulumi.dynamic.ReadResult> {
        const { kind } = on;
        const connection = on.connection();
        const section = await on.section({ connection });
        const live = byId(kind, id)(section);
        if (live === undefined) {
            // In a refresh, which knows the outputs, what is gone leaves the state; the program's own get then tells.
            if ("onDestroy" in on.properties) return {};
            throw on.failure(NotFoundError.among(kind, id, section));
        }
        const declared = asDeclared(kind, live, connection);
        return {
            id: live.id,
            props: await on.outputs(declared, nothingKept, live, declared.spelled),
            inputs: { connection: on.properties.connection, ...hiddenInputs(on.properties) },
        };
    }

    protected async onDelete(id: string, props: Wire): Promise<void> {
        const { urn } = hiddenOf(props);
        const on = this.call({ ...props, __urn: this.#memory.renamed.get(urn) ?? urn });
        on.needsServer("removing");
        const before = on.declared(rememberedOf(this.kind, props).program);
        const isReplaced = this.#memory.arrivals.replaces(on.hidden.urn, objectOf(this.kind, before));
        if (isReplaced && !this.#memory.existing.has(on.hidden.urn)) on.refuse(UNTOLD);
        // The object is where the state says, unless nobody answers there any more and the program knows better.
        const newer = this.#memory.connections.get(on.hidden.urn) ?? before.connection;
        const moved = JSON.stringify(newer) !== JSON.stringify(before.connection);
        try {
            await this.#remove(on, id, before, !isReplaced);
        } catch (error) {
            if (!moved || !(error instanceof Failure && error.unreached)) throw error;
            await this.#remove(on, id, { ...before, connection: newer }, !isReplaced);
        }
    }

    /** `tells`: what is told of a replacement was told before. */
    async #remove(on: EngineCall, id: string, declared: Declared, tells: boolean): Promise<void> {
        const { kind } = on;
        const { kept: remembered } = rememberedOf(kind, on.properties);
        const { error } = await on.reconcile(
            declared,
            byId(kind, id),
            (scene, live, kept = remembered) => {
                const plan = planRemoval(kind, kept, live, scene);
                if (!this.#memory.existing.has(on.hidden.urn)) on.keepToSaid(removalInWords(kind, plan, kept, live));
                if (tells && live !== undefined) on.explainRemoval(plan);
                return plan;
            },
            remembered,
            "removal",
        );
        if (error) throw on.failure(error);
    }

    protected call(properties: Wire, outputs?: Wire): EngineCall {
        return new EngineCall(this.kind, properties, this.run, outputs);
    }
}
