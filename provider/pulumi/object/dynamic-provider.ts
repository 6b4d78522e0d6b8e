import type * as pulumi from "@pulumi/pulumi";
import type { Declared } from "../../lifecycle/declared";
import { VanishedError } from "../../lifecycle/errors";
import { isSingleton, type Live, singletonId } from "../../lifecycle/observe/live";
import { asDeclared, NotFoundError } from "../../lifecycle/observe/look-up";
import { planArrival, planUpdate } from "../../lifecycle/plan/adoption";
import { judgeInputs, type Refusal } from "../../lifecycle/plan/judge";
import { planRemoval, removalInWords } from "../../lifecycle/plan/removal";
import { unreadable } from "../../lifecycle/plan/verdict";
import { type Bookkeeping, nothingKept } from "../../lifecycle/remember/bookkeeping";
import { present } from "../../lifecycle/tell/present";
import type { Kind } from "../../resources/kind";
import { lineOf } from "../../schema-issues";
import type { ConnectionSettings } from "../../session/connection-settings";
import type { Wire } from "../engine/wire";
import { Failure } from "../failures";
import { LoggedProvider } from "../logged-provider";
import { Arrivals } from "../run/arrivals";
import { ofThisProcess, type Ways } from "../run/ways";
import { hiddenInputs, hiddenOf, rememberedOf } from "../state";
import { EngineCall } from "./engine-call";
import { declaredOf, sameProgram, withoutHoles } from "./inputs";
import { explainReplacement, replacing, UNTOLD } from "./replacement";
import { byId, byName, markOf, objectOf, serverOf } from "./subject";

/**
 * The lifecycle of one kind as Pulumi's engine calls it. Knows Pulumi and nothing of Exchange: every decision is a
 * plan of the lifecycle's. There is no preview flag, and check and diff run in previews and updates alike.
 */
export class DynamicProvider extends LoggedProvider {
    /** Resources whose inputs were checked in this process: only then are a diff's roles known not to be swapped. */
    readonly #checked = new Set<string>();
    /** Resources that exist for the engine: a replacement's second check looks like that of a new resource. */
    readonly #existing = new Set<string>();
    /** Of resources that a refresh compared, until the program's inputs are: `--replace` checks them as if they were new. */
    readonly #refreshed = new Map<string, { readonly id: string; readonly kept: Bookkeeping }>();
    readonly #arrivals = new Arrivals();
    /** URNs before and after a rename by alias: outputs hold the old one until the next update. */
    readonly #renamed = new Map<string, string>();
    /** Connections of this run's program: newer than those in the state. */
    readonly #connections = new Map<string, ConnectionSettings>();

    constructor(
        readonly kind: Kind,
        ways: Ways = ofThisProcess,
    ) {
        super(ways);
    }

    protected async onCheck(olds: Wire, news: Wire): Promise<pulumi.dynamic.CheckResult> {
        const inputs = withoutHoles(this.kind, news);
        const on = this.call(inputs);
        const { kind } = on;
        // Without a property name: the engine would print the whole value beside it.
        const problems = (texts: readonly string[]) => ({
            inputs,
            failures: texts.map((reason) => ({ property: "", reason: on.masked(reason) })),
        });
        const decoded = declaredOf(kind, inputs);
        if (!decoded.ok) {
            return problems(decoded.problems.map(lineOf));
        }
        const { declared } = decoded;
        const { refusals, warnings } = judgeInputs(kind, declared.values, declared.exceptions);
        if (refusals.length > 0) return problems(refusals.map(({ message }) => message));
        on.tell(warnings);
        on.explainLater(declared.unknown);
        if (Object.keys(olds).length === 0) this.#arrivals.expect(on.hidden.urn, objectOf(kind, declared));
        if (declared.connection === undefined) return { inputs };
        try {
            const isNew = Object.keys(olds).length === 0 && !this.#existing.has(on.hidden.urn);
            const section = await on.sectionToCheck(declared, isNew);
            const twin = on.twin(declared);
            if (twin !== undefined) return problems([`${on.label} is declared twice: ${twin} has the same name`]);
            const contradiction = on.contradiction(declared);
            if (contradiction !== undefined) return problems([`${on.label}: ${contradiction}`]);
            on.register(declared);
            this.#connections.set(on.hidden.urn, declared.connection);
            const live = section && byName(kind, declared)(section);
            if (isNew) on.refuseGivenUp(declared, live);
            const mark = markOf(declared, on.hidden);
            if (section === undefined) on.judgeUnseen(declared, isNew);
            else if (isNew && isInTheWay(kind, declared, mark, live)) {
                on.refuse(planArrival(kind, declared, mark, live, undefined).refusals);
            } else if (isNew && declared.unknown.length === 0) {
                const plan = await on.decide(declared, (scene) =>
                    planArrival(kind, declared, mark, live, undefined, scene),
                );
                on.refuse(plan.refusals);
                on.explain(plan);
                if (plan.calls.length === 0 && plan.notes.length === 0) on.explainNothing();
            }
            const forced = Object.keys(olds).length === 0 ? this.#refreshed.get(on.hidden.urn) : undefined;
            if (forced !== undefined && section !== undefined && declared.unknown.length === 0) {
                await explainReplacement(on, declared, forced.kept, byId(kind, forced.id)(section));
            }
            this.#checked.add(on.hidden.urn);
            return { inputs };
        } catch (error) {
            return problems([on.failure(error).message]);
        }
    }

    protected async onDiff(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.DiffResult> {
        const inputs = withoutHoles(this.kind, news);
        const on = this.call(inputs, olds);
        const { kind } = on;
        this.#existing.add(on.hidden.urn);
        const { urn: before } = hiddenOf(olds);
        // What was imported knows none.
        if (before !== "") this.#renamed.set(before, on.hidden.urn);
        const changed = { changes: true, deleteBeforeReplace: true };
        const decoded = declaredOf(kind, inputs);
        if (!decoded.ok || decoded.declared.connection === undefined) return changed;
        const { declared } = decoded;
        const { program, kept } = rememberedOf(kind, olds);
        const then = declaredOf(kind, program);
        if (this.#checked.has(on.hidden.urn)) this.#refreshed.delete(on.hidden.urn);
        else this.#refreshed.set(on.hidden.urn, { id, kept });
        const same = then.ok && declared.unknown.length === 0 && sameProgram(then.declared, declared);
        if (on.asksNobody()) {
            const moved = then.ok && serverOf(kind, then.declared) !== serverOf(kind, declared);
            const replaces = moved && !declared.unknown.includes("server") ? ["server"] : [];
            return { changes: !same, replaces, deleteBeforeReplace: true };
        }
        const section = await on.section(declared);
        const live = byId(kind, id)(section);
        if (declared.unknown.length > 0) {
            if (this.#checked.has(on.hidden.urn)) on.register(declared, live?.id);
            return changed;
        }
        // A connector cannot be moved between servers.
        if (live === undefined || live.server !== serverOf(kind, declared)) {
            if (this.#checked.has(on.hidden.urn)) {
                await explainReplacement(on, declared, kept, live);
            }
            const cause = live === undefined ? (isSingleton(kind) ? "connection" : "name") : "server";
            return { ...changed, replaces: [cause] };
        }
        if (this.#checked.has(on.hidden.urn)) on.register(declared, live.id);
        const plan = await on.decide(declared, (scene) => planUpdate(kind, declared, kept, live, scene));
        if (this.#checked.has(on.hidden.urn)) {
            on.refuseGivingUp(declared, live);
            on.refuse(taken(byName(kind, declared)(section), live));
            const replaces = replacing(on, plan);
            if (replaces.length > 0) {
                await explainReplacement(on, declared, kept, live);
                return { ...changed, replaces };
            }
            on.refuse(plan.refusals);
            on.explain(plan);
            if (plan.calls.length === 0 && !same) on.explainNothing();
        }
        return { changes: plan.calls.length > 0 || !same, deleteBeforeReplace: true };
    }

    protected async onCreate(inputs: Wire): Promise<pulumi.dynamic.CreateResult> {
        const on = this.call(inputs);
        this.#arrivals.begin(on.hidden.urn);
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
            if (!on.hidden.isGet) this.#existing.add(on.hidden.urn);
            // What `get` looks up stands in no state before it was read once.
            if (on.hidden.isGet && !("onDestroy" in props)) on.needsServer("looking up");
            return { id, props, inputs: { ...program, ...hiddenInputs(props) } };
        }
        if (on.hidden.isGet) return await this.#lookUp(on, id);
        const declared = on.declared(program);
        const live = byId(kind, id)(await on.section(declared));
        // What is gone leaves the state, and what the program declares is new then.
        if (live === undefined) return {};
        this.#existing.add(on.hidden.urn);
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
        const on = this.call({ ...props, __urn: this.#renamed.get(urn) ?? urn });
        on.needsServer("removing");
        const before = on.declared(rememberedOf(this.kind, props).program);
        const isReplaced = this.#arrivals.replaces(on.hidden.urn, objectOf(this.kind, before));
        if (isReplaced && !this.#existing.has(on.hidden.urn)) on.refuse(UNTOLD);
        // The object is where the state says, unless nobody answers there any more and the program knows better.
        const newer = this.#connections.get(on.hidden.urn) ?? before.connection;
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
                if (!this.#existing.has(on.hidden.urn)) on.keepToSaid(removalInWords(kind, plan, kept, live));
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

/** An object that the program does not take over: whatever else is known only later, it cannot be made. */
function isInTheWay(kind: Kind, { adopt, unknown }: Declared, mark: string, live: Live | undefined): boolean {
    if (live === undefined || isSingleton(kind) || live.mark === mark) return false;
    return adopt === false && !unknown.includes("adopt");
}

/** A rename onto the name of another object. */
function taken(holder: Live | undefined, live: Live): readonly Refusal[] {
    if (holder === undefined || holder.id === live.id) return [];
    return [{ code: "Exists", message: `another object has the name '${holder.name}' already: choose another name` }];
}
