import { commandsOf } from "../../lifecycle/apply/commands";
import { type Outcome, reconcile, type Target } from "../../lifecycle/apply/reconcile";
import type { Command } from "../../lifecycle/apply/watch";
import type { Declared } from "../../lifecycle/declared";
import { RefusedError } from "../../lifecycle/errors";
import { aroundOf } from "../../lifecycle/observe/around";
import { Facts } from "../../lifecycle/observe/facts";
import { isSingleton, type Live, titleOf } from "../../lifecycle/observe/live";
import type { PinnedSession } from "../../lifecycle/observe/pinned";
import { everySection, type Section, sectionOf } from "../../lifecycle/observe/snapshot";
import { judgeUnseen } from "../../lifecycle/observe/unseen";
import { inWords } from "../../lifecycle/plan/changes";
import type { Plan } from "../../lifecycle/plan/plan";
import type { Scene } from "../../lifecycle/plan/scene";
import type { Bookkeeping } from "../../lifecycle/remember/bookkeeping";
import { told } from "../../lifecycle/tell/told";
import type { Told } from "../../plan-record/entries";
import { masked, toldCall } from "../../plan-record/told-call";
import type { Kind } from "../../resources/kind";
import { type ConnectionSettings, checkConnection } from "../../session/connection-settings";
import { shortServerName } from "../../values/server-name";
import { Call } from "../call";
import { knownLater } from "../engine/unknowns";
import type { Wire } from "../engine/wire";
import { messageOf, PartialFailure } from "../failures";
import type { Tell } from "../promise";
import { originOf } from "../run/origin";
import type { Run } from "../run/run";
import { conceal, concealed, register } from "../run/run-register";
import { nobodyThere, withoutServer } from "../run/unreached";
import { type Hidden, hiddenOf, outputsOf } from "../state";
import { declaredOf, withoutHoles } from "./inputs";
import { maskerFor, veiled } from "./masking";
import { Neighbours } from "./neighbours";

/** One call of the engine's for one resource: its inputs, and what the lifecycle is asked with them. */
export class EngineCall extends Call {
    /** As the resource sees it: what its program calls secret is marked. */
    readonly kind: Kind;
    readonly #mask: (text: string) => string;
    /** The session that this call's facts came from: texts may name other resources that it serves. */
    #used: PinnedSession | undefined;

    constructor(
        kind: Kind,
        /** Inputs, or the outputs that hold them. */
        properties: Wire,
        run: Run,
        /** Outputs of the run before, where there are some beside the inputs. */
        outputs: Wire = {},
    ) {
        const hidden = hiddenOf(properties, outputs);
        const mask = maskerFor(kind, hidden.secrets, properties, outputs);
        const tell: Tell = ({ call, secret }) => masked(toldCall(call, secret), mask);
        super(labelOf(kind, properties, hidden), properties, run, hidden, tell);
        this.kind = veiled(kind, hidden.secrets);
        this.#mask = mask;
    }

    /** The inputs, canonical; `program` where they do not stand at the top level. */
    declared(program: Wire = this.properties): Declared {
        const decoded = declaredOf(this.kind, withoutHoles(this.kind, program));
        if (decoded.ok) return decoded.declared;
        throw this.invalid(decoded.problems);
    }

    /** The connection alone, where nothing is declared. */
    connection(): ConnectionSettings {
        const { settings, issues = [] } = checkConnection(this.properties.connection);
        if (settings !== undefined) return settings;
        const message = issues.map(({ path, message: text }) => `connection.${path}: ${text}`).join("; ");
        throw this.failure(new RefusedError(this.label, [{ code: "Invalid", message }]));
    }

    /** All live objects of the kind. */
    async section(declared: Pick<Declared, "connection">): Promise<Section> {
        try {
            return await sectionOf(this.#session(declared), this.kind);
        } catch (error) {
            throw this.unread(error);
        }
    }

    /**
     * All live objects of the kind, for a check. Undefined where no server is asked, and where nobody answers and the
     * resource is new: the reader is told, and the rest is checked without.
     */
    async sectionToCheck(declared: Declared, isNew: boolean): Promise<Section | undefined> {
        if (this.asksNobody()) return undefined;
        try {
            return await sectionOf(this.#session(declared), this.kind);
        } catch (error) {
            const nobody = nobodyThere(error);
            if (!isNew || nobody === undefined) throw this.unread(error);
            this.tellAll(withoutServer(nobody));
            return undefined;
        }
    }

    /** The other resources of the run. */
    among(declared: Pick<Declared, "connection">): Neighbours {
        return new Neighbours(this.#session(declared), this.kind, this.hidden.urn);
    }

    /** What can be said of a program without a server. */
    judgeUnseen(declared: Declared, isNew: boolean): void {
        const { declarations } = this.among(declared);
        const { refusals, warnings } = judgeUnseen(this.kind, declared, isNew, declarations);
        this.refuse(refusals);
        this.tell(warnings);
    }

    /** Notes that this resource is part of the run, and its object once that is known. */
    register(declared: Declared, id?: string): void {
        const session = this.#session(declared);
        register(session, this.kind, this.hidden.urn, { declared, id });
        if (this.hidden.secrets.size > 0) conceal(session, this.hidden.urn, this.#mask);
    }

    /** Decides with all that is around the resource; facts that the decision asks for are read, and it is made anew. */
    async decide<T>(declared: Pick<Declared, "connection">, decision: (scene: Scene) => T): Promise<T> {
        try {
            return await this.#decide(declared, decision);
        } catch (error) {
            throw this.failure(error);
        }
    }

    async #decide<T>(declared: Pick<Declared, "connection">, decision: (scene: Scene) => T): Promise<T> {
        const session = this.#session(declared);
        const { serverAddresses = [], loadBalancers = [] } = declared.connection?.exchange ?? {};
        const facts = new Facts(session);
        const { others, declarations } = this.among(declared);
        const surroundings = {
            snapshot: await everySection(session),
            info: await session.info(),
            facts,
            declarations,
            addresses: { servers: serverAddresses, loadBalancers },
        };
        const scene: Scene = { others, around: (live) => aroundOf(surroundings, live) };
        return await facts.decide(() => decision(scene));
    }

    /** Carries out what `plan` decides, again and again until there is nothing left to do. */
    async reconcile(
        declared: Declared,
        find: Target["find"],
        decision: (scene: Scene, ...now: Parameters<Target["plan"]>) => Plan,
        kept: Bookkeeping | undefined,
        step: Told["step"] = "plan",
    ): Promise<Outcome> {
        const { kind, label: resource } = this;
        const plan: Target["plan"] = (...now) => this.#decide(declared, (scene) => decision(scene, ...now));
        try {
            const session = this.#session(declared);
            // The domain controller is null on Edge servers alone, which have none.
            const onEdge = !kind.perServer && (await session.info()).domainController === null;
            const { secrets } = this.hidden;
            const open = this.run.watch({ resource, session, ...originOf(this.hidden), mask: this.#mask });
            const watch = this.promise.keep(resource, step, open);
            const target = { kind, session, resource, onEdge, watch, secrets, find, plan };
            const outcome = await reconcile(target, kept);
            this.tell(outcome.notes);
            if (outcome.error === undefined) this.tell(this.promise.done(step));
            return outcome;
        } catch (error) {
            throw this.failure(error);
        }
    }

    /** The outputs after a write, or the failure that records as much of it as was accepted. */
    async settle(outcome: Outcome, declared: Declared, id: string | undefined): Promise<Wire> {
        const outputs = await this.outputs(declared, outcome.kept, outcome.live);
        if (outcome.error === undefined) return outputs;
        if (!outcome.wrote || id === undefined) throw this.failure(outcome.error);
        throw new PartialFailure(this.masked(messageOf(this.label, outcome.error)), outcome.error, id, outputs);
    }

    async outputs(declared: Declared, kept: Bookkeeping, live: Live | undefined, values: Wire = {}): Promise<Wire> {
        const { kind } = this;
        const words = await this.decide(declared, (scene) => told(kind, declared, kept, live, scene));
        return outputsOf(kind, { ...this.properties, ...values }, declared, kept, live, words, this.#mask);
    }

    /** Tells what differs, the exact commands of a plan and what else the reader should know, secrets masked. */
    explain(plan: Plan, step: Told["step"] = "plan"): void {
        // Without a refresh the engine shows no property of what somebody changed on the server.
        if (plan.action === "change") {
            for (const change of plan.changes) this.inform(inWords(this.kind.fields, change));
        }
        if (plan.calls.length > 0) this.run.foretell();
        const commands = this.#commands(plan);
        this.#note(step, commands);
        if (this.config.explain) {
            for (const { call, secret } of commands) this.inform(toldCall(call, secret).line);
        }
        this.tell(plan.notes);
    }

    /** Tells what a removal sends: no preview of the engine's asks the provider for it. */
    explainRemoval(plan: Plan): void {
        const lines = this.#commands(plan).map(({ call, secret }) => toldCall(call, secret).line);
        this.explainOnce(lines, `nothing is written: ${this.label} stays as it is`);
    }

    /** Notes what a removal would do, for the update that makes it. */
    noteRemoval(plan: () => Promise<Plan>): Promise<void> {
        return this.promise.ifKept(async () => this.#note("removal", this.#commands(await plan())));
    }

    #note(step: Told["step"], commands: readonly Pick<Command, "call" | "secret">[]): void {
        this.attempt(() => this.promise.note(step, commands));
    }

    /** The commands of a plan, with what follows once a new object is there. */
    #commands(plan: Plan): readonly Pick<Command, "call" | "secret">[] {
        const commands = commandsOf(this.kind, plan, undefined, this.hidden.secrets);
        const follows = plan.follows ? [{ call: plan.follows, secret: commands[0]?.secret ?? new Set<string>() }] : [];
        return [...commands, ...follows];
    }

    /** Tells why there is no plan yet. */
    explainLater(unknown: readonly string[]): void {
        if (unknown.length > 0) this.attempt(() => this.promise.noteUnknown(unknown));
        if (unknown.length === 0 || !this.config.explain || this.config.offline) return;
        this.inform(knownLater(unknown));
    }

    /** A text without the values that the program calls secret. */
    masked(text: string): string {
        const others = this.#used === undefined ? [] : concealed(this.#used);
        return others.reduce((rest, mask) => mask(rest), this.#mask(text));
    }

    #session({ connection }: Pick<Declared, "connection">): PinnedSession {
        if (connection === undefined) throw new Error("a connection that is known only later was asked for");
        this.#used = this.run.session(connection);
        return this.#used;
    }
}

/** What messages call the object; a name that is secret is not part of it. */
function labelOf(kind: Kind, { name, server }: Wire, { secrets }: Hidden): string {
    if (isSingleton(kind) || typeof name !== "string" || secrets.has("name")) return kind.noun;
    const where = kind.perServer && typeof server === "string" ? shortServerName(server) : undefined;
    return titleOf(kind, { name, server: where });
}
