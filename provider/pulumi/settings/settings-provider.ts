import { isDeepStrictEqual } from "node:util";
import type * as pulumi from "@pulumi/pulumi";
import { NotFoundError } from "../../lifecycle/observe/look-up";
import type { Refusal } from "../../lifecycle/plan/judge";
import {
    desiredOf,
    type Exchange,
    type Kept,
    type Live,
    planChange,
    planRemoval,
    presentSettings,
    removalInWords,
    type SettingsPlan,
} from "../../resources/schannel-settings";
import { lineOf, type SchemaIssue } from "../../schema-issues";
import { nameOf } from "../engine/urn";
import type { Wire } from "../engine/wire";
import { LoggedProvider } from "../logged-provider";
import { Arrivals } from "../run/arrivals";
import { Owners } from "../run/owners";
import { ofThisProcess, type Ways } from "../run/ways";
import { hiddenInputs } from "../state";
import { type DeclaredSettings, rememberedSettings, SettingsCall } from "./settings-call";

/** The lifecycle of one server's settings as Pulumi's engine calls it; see `DynamicProvider`. */
export class SettingsProvider extends LoggedProvider {
    readonly #checked = new Set<string>();
    readonly #existing = new Set<string>();
    /** Resources that move to another machine, which is the one replacement there is. */
    readonly #moving = new Set<string>();
    readonly #arrivals = new Arrivals();
    readonly #owners = new Owners();

    constructor(ways: Ways = ofThisProcess) {
        super(ways);
    }

    protected async onCheck(olds: Wire, news: Wire): Promise<pulumi.dynamic.CheckResult> {
        const on = this.call(news);
        const problems = (texts: readonly string[]) => ({
            inputs: news,
            failures: texts.map((reason) => ({ property: "", reason: on.masked(reason) })),
        });
        const wrong = (issues: readonly SchemaIssue[]) => problems(issues.map(lineOf));
        if (on.isUnknown) {
            on.explainLater();
            return wrong(on.certainProblems(news));
        }
        const decoded = on.decode(news);
        if (!decoded.ok) return wrong(decoded.problems);
        const { declared } = decoded;
        const { urn } = on.hidden;
        const isArriving = Object.keys(olds).length === 0;
        try {
            if (isArriving && this.#existing.has(urn) && !this.#moving.has(urn)) on.refuse(NOTHING_ANEW);
            const session = this.ways.session(declared.connection);
            const twice = (twin: string, what: string) =>
                problems([
                    `${on.label} are declared twice: resource '${nameOf(twin)}' has the same ${what}. Declare them in one resource`,
                ]);
            const twin = this.#owners.takeConnection(session, on.hidden.urn);
            if (twin !== undefined) return twice(twin, "connection");
            const isNew = isArriving && !this.#existing.has(urn);
            const seen = await on.liveToCheck(declared, isNew);
            if (seen !== undefined) {
                const info = await on.info(declared);
                const other = this.#owners.takeComputer(info, on.hidden.urn);
                if (other !== undefined) return twice(other, `computer, ${info.computer}`);
                if (isArriving) this.#arrivals.expect(urn, info.computer.toLowerCase());
            }
            if (isNew && seen !== undefined) {
                const plan = planFor(declared, seen.live, seen.exchange);
                on.explain(plan);
                on.refuse(plan.refusals);
                if (plan.calls.length === 0 && plan.notes.length === 0) on.explainNothing();
            }
            this.#checked.add(on.hidden.urn);
            return { inputs: news };
        } catch (error) {
            return problems([on.failure(error).message]);
        }
    }

    protected async onDiff(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.DiffResult> {
        const on = this.call(news, olds);
        this.#existing.add(on.hidden.urn);
        const changed = { changes: true, deleteBeforeReplace: true };
        const decoded = on.isUnknown ? undefined : on.decode(news);
        if (decoded === undefined || !decoded.ok) return changed;
        const { declared } = decoded;
        const { program, kept } = rememberedSettings(olds);
        const same = isDeepStrictEqual(program, { connection: news.connection, ...declared.spelled });
        if (on.asksNobody()) return { changes: !same, deleteBeforeReplace: true };
        const { live, exchange } = await on.live(declared);
        // The settings of another machine are other settings.
        if (live.machine !== undefined && !isSameName(live.machine.computer, id)) {
            if (isDeepStrictEqual(program.connection, news.connection))
                on.refuse(otherMachine(live.machine.computer, id));
            const there = planFor(declared, live, exchange);
            if (this.#checked.has(on.hidden.urn)) {
                on.tell([`${id} gets its own values back, as the output onDestroy says`]);
                on.explain(there);
                on.refuse(there.refusals);
            }
            this.#moving.add(on.hidden.urn);
            return { ...changed, replaces: ["connection"] };
        }
        const plan = planFor(declared, live, exchange, kept);
        if (this.#checked.has(on.hidden.urn)) {
            on.explain(plan);
            on.refuse(plan.refusals);
            if (plan.calls.length === 0 && !same) on.explainNothing();
        }
        return { changes: plan.calls.length > 0 || !same, deleteBeforeReplace: true };
    }

    protected async onCreate(inputs: Wire): Promise<pulumi.dynamic.CreateResult> {
        const on = this.call(inputs);
        this.#arrivals.begin(on.hidden.urn);
        on.needsServer("creating");
        const declared = on.declared(inputs);
        const outcome = await on.reconcile(
            declared,
            (live, kept, exchange, only) => planFor(declared, live, exchange, kept, only),
            undefined,
        );
        const { computer: id } = await on.info(declared);
        return { id, outs: await on.settle(outcome, declared, id) };
    }

    protected async onUpdate(id: string, olds: Wire, news: Wire): Promise<pulumi.dynamic.UpdateResult> {
        const on = this.call(news, olds);
        on.needsServer("updating");
        const declared = on.declared(news);
        const { kept: remembered } = rememberedSettings(olds);
        const outcome = await on.reconcile(
            declared,
            (live, kept, exchange, only) => planFor(declared, live, exchange, kept, only),
            remembered,
        );
        return { outs: await on.settle(outcome, declared, id) };
    }

    async read(id: string, props: Wire): Promise<pulumi.dynamic.ReadResult> {
        const on = this.call(props);
        const { program, kept } = rememberedSettings(props);
        if (!on.hidden.isGet) this.#existing.add(on.hidden.urn);
        if (on.asksNobody()) {
            // What `get` looks up stands in no state before it was read once.
            if (on.hidden.isGet && !("onDestroy" in props)) on.needsServer("looking up");
            return { id, props, inputs: { ...program, ...hiddenInputs(props) } };
        }
        const declared = on.declared(program);
        const { live, exchange } = await on.live(declared);
        const computer = live.machine?.computer ?? id;
        if (!isSameName(computer, id)) {
            if (!on.hidden.isGet) on.refuse(otherMachine(computer, id));
            // In a refresh, which knows the outputs, what is gone leaves the state; the program's own get then tells.
            if ("onDestroy" in props) return {};
            throw on.failure(NotFoundError.otherMachine(id, computer));
        }
        const plan = planFor(declared, live, exchange, kept);
        on.refuse(plan.refusals.filter(({ code }) => code === "Unreadable"));
        const desired = desiredOf(declared.args, live.windows, exchange);
        const values = presentSettings(declared.spelled, desired, live) as Wire;
        await on.noteRemoval(() => planRemoval(kept, live));
        return {
            id,
            props: await on.outputs(declared, kept, live, values),
            inputs: { ...program, ...values, ...hiddenInputs(props) },
        };
    }

    protected async onDelete(id: string, props: Wire): Promise<void> {
        const on = this.call(props);
        on.needsServer("removing");
        const { program, kept: remembered } = rememberedSettings(props);
        const declared = on.declared(program);
        const info = await on.info(declared);
        if (!isSameName(info.computer, id)) on.refuse(otherMachine(info.computer, id));
        const isReplaced = this.#arrivals.replaces(on.hidden.urn, info.computer.toLowerCase());
        if (isReplaced && !this.#existing.has(on.hidden.urn)) on.refuse(NOTHING_ANEW);
        const heir = this.#owners.otherThan(info, on.hidden.urn);
        if (heir !== undefined) {
            const message = `resource '${nameOf(heir)}' declares the same settings, so nothing is given back. Name this one in its option aliases, or take this one out with pulumi state delete`;
            on.refuse([{ code: "Exists", message }]);
        }
        const decide = (live: Live, kept: Kept) => {
            const plan = planRemoval(kept, live);
            if (!this.#existing.has(on.hidden.urn)) on.keepToSaid(removalInWords(plan.words));
            if (!isReplaced) on.explainRemoval(plan);
            return plan;
        };
        const { error } = await on.reconcile(declared, decide, remembered, "removal");
        if (error) throw on.failure(error);
    }

    protected call(properties: Wire, outputs?: Wire): SettingsCall {
        return new SettingsCall(properties, this.run, outputs);
    }
}

/**
 * Giving back and setting again would switch old versions on until the next start of the machine, and handing the memory
 * over would lose it to a run that is cut off in between.
 */
const NOTHING_ANEW: readonly Refusal[] = [
    {
        code: "Replace",
        message:
            "a replacement has nothing to make anew here: these are values of the machine. Without it (--replace, the options replaceWith and replacementTrigger, pulumi state taint) pulumi up writes whatever differs; for the values of before first, take the resource out of the program, run pulumi up, and put it in again",
    },
];

/** Whatever was written to one machine is not given back to another. */
function otherMachine(answers: string, id: string): readonly Refusal[] {
    const message = `${answers} answers, and these are the settings of ${id}, so nothing is done. Make the connection lead to ${id} again, or, if that machine is gone for good: pulumi state delete`;
    return [{ code: "Machine", message }];
}

/** Windows' own names of computers have no case. */
function isSameName(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}

function planFor(
    declared: DeclaredSettings,
    live: Live,
    exchange: Exchange | undefined,
    kept?: Kept,
    only?: ReadonlySet<string>,
): SettingsPlan {
    return planChange({ desired: desiredOf(declared.args, live.windows, exchange), live, exchange, kept, only });
}
