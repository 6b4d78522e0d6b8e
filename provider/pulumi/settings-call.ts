import { MASK } from "../lifecycle/changes";
import { RefusedError } from "../lifecycle/errors";
import type { Refusal } from "../lifecycle/judge";
import { type Decide, exchangeOn, reconcileSettings, type SettingsOutcome, settingsOf } from "../lifecycle/settings";
import type { Command, Watch } from "../lifecycle/watch";
import type { Told } from "../plan-record/entries";
import { masked, toldCall } from "../plan-record/told-call";
import {
    decodeSettings,
    type Exchange,
    type Kept,
    type Live,
    nothingKept,
    outputsOf,
    type SchannelArgs,
    type SettingsPlan,
    withoutStarted,
} from "../resources/schannel-settings";
import { certainProblems } from "../resources/schannel-settings/decode";
import type { Spelled } from "../resources/schannel-settings/present";
import type { SchemaIssue } from "../schema-issues";
import { type ConnectionSettings, certainIssues, checkConnection } from "../session/connection-settings";
import type { AgentInfo } from "../session/pool";
import type { Severity } from "./engine-log";
import { Failure, messageOf, PartialFailure } from "./failures";
import { maskerFor } from "./masking";
import { OFFLINE, OfflineError } from "./offline";
import { originOf } from "./origin";
import { PreviewPromise, type Tell } from "./promise";
import type { Run } from "./run";
import type { RunConfig } from "./run-config";
import { type Hidden, hiddenOf, visible } from "./state";
import { toldTogether } from "./told-together";
import { hasUnknown, knownLater } from "./unknowns";
import { nobodyThere, toldBefore, waysOut, withoutServer } from "./unreached";
import { secret, toWire, type Wire } from "./wire";

/** What the program declares for one server. */
export interface DeclaredSettings {
    readonly connection: ConnectionSettings;
    readonly args: SchannelArgs;
    /** In the program's own spelling. */
    readonly spelled: Spelled;
}

/** A server as it was read, and the Exchange on it, where that is known. */
interface Seen {
    readonly live: Live;
    readonly exchange: Exchange | undefined;
}

export type DecodedProgram =
    | { readonly ok: true; readonly declared: DeclaredSettings }
    | { readonly ok: false; readonly problems: readonly SchemaIssue[] };

/** One call of the engine's for the settings of one server. */
export class SettingsCall {
    readonly hidden: Hidden;
    readonly config: RunConfig;
    readonly #mask: (text: string) => string;
    readonly #promise: PreviewPromise;
    /** Settings that the program calls secret. */
    readonly #secrets: readonly string[];

    constructor(
        /** Inputs, or the outputs that hold them. */
        readonly properties: Wire,
        private readonly run: Run,
        /** Outputs of the run before, where there are some beside the inputs. */
        outputs: Wire = {},
    ) {
        this.hidden = hiddenOf(properties, outputs);
        this.#secrets = [...this.hidden.secrets].filter((name) => name !== "connection");
        this.#mask = maskerFor(undefined, this.hidden.secrets, properties, outputs);
        // A registry value tells the setting in other words.
        const all = this.#secrets.length > 0 ? "all" : undefined;
        const tell: Tell = ({ call, secret: names }) => masked(toldCall(call, all ?? names), this.#mask);
        this.#promise = new PreviewPromise(run, this.hidden, properties, tell);
        try {
            this.config = run.config();
        } catch (error) {
            throw this.failure(error);
        }
    }

    /** What messages call the server. */
    get label(): string {
        const { connection, computer } = this.properties;
        const host =
            typeof connection === "object" && connection !== null && "host" in connection ? connection.host : "";
        return `SCHANNEL settings of ${typeof computer === "string" && computer !== "" ? computer : String(host)}`;
    }

    /** Whether something is known only later. */
    get isUnknown(): boolean {
        return hasUnknown(visible(this.properties));
    }

    /** What is wrong with a program of which some is known only later. */
    certainProblems(program: Wire): readonly SchemaIssue[] {
        const { connection, ...spelled } = visible(program);
        return [...certainIssues(connection, hasUnknown).map(inConnection), ...certainProblems(spelled, hasUnknown)];
    }

    decode(program: Wire): DecodedProgram {
        const { connection, ...spelled } = visible(program);
        const checked = checkConnection(connection);
        const decoded = decodeSettings(spelled);
        const problems = [...(checked.issues ?? []).map(inConnection), ...(decoded.ok ? [] : decoded.problems)];
        if (checked.settings === undefined || !decoded.ok) return { ok: false, problems };
        return {
            ok: true,
            declared: { connection: checked.settings, args: decoded.args, spelled: spelled as Spelled },
        };
    }

    declared(program: Wire): DeclaredSettings {
        const decoded = this.decode(program);
        if (decoded.ok) return decoded.declared;
        const message = decoded.problems.map(({ path, message: text }) => `${path}: ${text}`).join("; ");
        throw this.failure(new RefusedError(this.label, [{ code: "Invalid", message }]));
    }

    async info({ connection }: DeclaredSettings): Promise<AgentInfo> {
        try {
            return await this.run.session(connection).info();
        } catch (error) {
            throw this.failure(error, nobodyThere(error) && waysOut(this.hidden.urn));
        }
    }

    async live(declared: DeclaredSettings): Promise<Seen> {
        try {
            return await this.#look(declared);
        } catch (error) {
            throw this.failure(error, nobodyThere(error) && waysOut(this.hidden.urn));
        }
    }

    /** As `live`, for a check: undefined where no server is asked, and where nobody answers and the resource is new. */
    async liveToCheck(declared: DeclaredSettings, isNew: boolean): Promise<Seen | undefined> {
        if (this.asksNobody()) return undefined;
        if (!isNew) return await this.live(declared);
        try {
            return await this.#look(declared);
        } catch (error) {
            const nobody = nobodyThere(error);
            if (nobody === undefined) throw this.failure(error);
            this.#tellAll(withoutServer(nobody));
            return undefined;
        }
    }

    async #look({ connection }: DeclaredSettings): Promise<Seen> {
        const session = this.run.session(connection);
        const live = await settingsOf(session);
        return { live, exchange: exchangeOn(await session.info()) };
    }

    /** Whether the run is one without servers; that is told then. */
    asksNobody(): boolean {
        if (this.config.offline) this.#tellAll(OFFLINE);
        return this.config.offline;
    }

    /** What cannot be done without the servers is refused in a run without them. */
    needsServer(step: string): void {
        if (this.config.offline) throw this.failure(new OfflineError(this.label, step));
    }

    async reconcile(
        declared: DeclaredSettings,
        decide: (
            live: Live,
            kept: Kept,
            exchange: Exchange | undefined,
            only: ReadonlySet<string> | undefined,
        ) => SettingsPlan,
        kept: Kept | undefined,
        step: Told["step"] = "plan",
    ): Promise<SettingsOutcome> {
        const session = this.run.session(declared.connection);
        try {
            const exchange = exchangeOn(await session.info());
            const way: Decide = (live, now, only) => decide(live, now, exchange, only);
            const origin = { resource: this.label, session, ...originOf(this.hidden) };
            const open = this.#veiled(this.run.watch({ ...origin, mask: this.#mask }));
            const watch = this.#promise.keep(this.label, step, open);
            const outcome = await reconcileSettings(session, this.label, watch, way, kept);
            this.tell([
                ...outcome.notes,
                ...this.#unlessSecret(outcome.later).map(
                    (words) => `not written, because no preview told it: ${words}. Run pulumi up again`,
                ),
            ]);
            if (outcome.error === undefined) this.tell(this.#promise.done(step));
            return outcome;
        } catch (error) {
            throw this.failure(error);
        }
    }

    /** The outputs after a write, or the failure that records as much of it as was accepted. */
    async settle(outcome: SettingsOutcome, declared: DeclaredSettings, id: string): Promise<Wire> {
        const outputs = await this.outputs(declared, outcome.kept, outcome.live);
        if (outcome.error === undefined) return outputs;
        if (!outcome.wrote) throw this.failure(outcome.error);
        throw new PartialFailure(this.masked(messageOf(this.label, outcome.error)), outcome.error, id, outputs);
    }

    async outputs(declared: DeclaredSettings, kept: Kept, live: Live, values: Wire = {}): Promise<Wire> {
        const info = await this.run.session(declared.connection).info();
        return toWire({
            ...this.properties,
            ...values,
            ...this.#shielded(outputsOf(live, exchangeOn(info), kept)),
            // Known also where the boot time, and with it the machine's own answer, was not to be had after a write.
            computer: info.computer,
            ...this.#shielded({ __declared: declared.spelled, __kept: withoutStarted(kept, live.machine) }),
        });
    }

    /** What tells of a secret setting under another name is a secret as well. */
    #shielded(outputs: object): Wire {
        const entries = Object.entries(outputs);
        if (this.#secrets.length === 0) return Object.fromEntries(entries);
        return Object.fromEntries(entries.map(([name, value]) => [name, OPEN.includes(name) ? value : secret(value)]));
    }

    /** Tells each value of a plan and what else the reader should know. */
    explain(plan: SettingsPlan): void {
        if (plan.calls.length > 0) this.run.foretell();
        this.#noted("plan", plan);
        if (this.config.explain) {
            const held = plan.held.map((line) => `waits for a restart of the server: ${line}`);
            for (const line of this.#unlessSecret([...plan.words, ...held])) this.#say("info", line);
        }
        this.tell(plan.notes);
    }

    /** Notes what a removal would do, for the update that makes it. */
    noteRemoval(plan: () => SettingsPlan): Promise<void> {
        return this.#promise.ifKept(async () => this.#noted("removal", plan()));
    }

    #noted(step: Told["step"], plan: SettingsPlan): void {
        const calls = plan.calls.map((call) => ({ call }));
        this.#try(() => this.#promise.note(step, calls));
    }

    /** What a check or a diff failed in is no preview. */
    spoil(): void {
        this.#try(() => this.#promise.spoil());
    }

    #try(work: () => void): void {
        try {
            work();
        } catch (error) {
            throw this.failure(error);
        }
    }

    /** Keeps a removal that this run's refresh did not tell to what the state says of it. */
    keepToSaid(parts: readonly string[]): void {
        this.#try(() => this.#promise.keepToSaid(this.label, parts, this.properties.onDestroy));
    }

    /** Tells why there is no plan yet. */
    explainLater(): void {
        const shown = visible(this.properties);
        const unknown = Object.keys(shown).filter((name) => hasUnknown(shown[name]));
        this.#try(() => this.#promise.noteUnknown(unknown));
        if (this.config.explain && !this.config.offline) this.#say("info", knownLater(unknown));
    }

    /** A registry value tells the setting in other words, so no value is shown beside a secret one. */
    #unlessSecret(lines: readonly string[]): readonly string[] {
        if (this.#secrets.length === 0 || lines.length === 0) return lines;
        return [`${lines.length} change(s), not shown: ${this.#secrets.join(", ")} is a secret`];
    }

    tell(notes: readonly string[]): void {
        for (const note of toldTogether(this.run, this.hidden.urn, notes)) this.#say("warning", note);
    }

    refuse(refusals: readonly Refusal[]): void {
        if (refusals.length > 0) throw this.failure(new RefusedError(this.label, refusals));
    }

    /** What went wrong as the engine shows it, secrets masked. */
    failure(cause: unknown, advice = ""): Failure {
        if (cause instanceof Failure) return cause;
        const before = toldBefore(cause, this.hidden.urn);
        const text = before === undefined ? `${messageOf(this.label, cause)}${advice}` : `${this.label}: ${before}`;
        return new Failure(this.masked(text), cause);
    }

    /** A text without the values that the program calls secret. */
    masked(text: string): string {
        // What a registry value holds tells a setting in other words.
        return this.#mask(this.#secrets.length === 0 ? text : text.replaceAll(/: [^;\n]* -> [^;\n]*/g, `: ${MASK}`));
    }

    /** Beside a secret setting nothing of a command is put on record but that it was sent, and what became of it. */
    #veiled(watch: Watch): Watch {
        if (this.#secrets.length === 0) return watch;
        const veiled = ({ call }: Command): Command => {
            return { call, before: {}, secret: new Set(Object.keys("cmd" in call ? call.par : call)) };
        };
        return {
            async begin(commands) {
                const { permit, end } = await watch.begin(commands.map(veiled));
                return { permit, end: (ending) => end(ending, undefined) };
            },
        };
    }

    #say(severity: Severity, text: string): void {
        // While a file is imported nobody knows the resource's URN, so the line lands under the stack.
        const line = this.hidden.urn === "" ? `${this.label}: ${text}` : text;
        this.run.log(severity, this.hidden.urn, this.masked(line));
    }

    /** A line for the whole run, once. */
    #tellAll(text: string): void {
        this.run.log("warning", "", this.masked(text));
    }
}

/** Outputs that no setting shows in. */
const OPEN = ["computer", "windows", "exchange", "dotNetFramework", "rebootRequired", "pendingSince"];

function inConnection({ path, message }: SchemaIssue): SchemaIssue {
    return { path: ["connection", path].filter(Boolean).join("."), message };
}

/** What `outputs` recorded: the program's arguments when they were last applied, and what is remembered. */
export function rememberedSettings(outputs: Wire): { readonly program: Wire; readonly kept: Kept } {
    const { connection, __declared, __kept } = outputs;
    return {
        program: { connection, ...(__declared as Wire | undefined) },
        kept: (__kept as Kept | undefined) ?? nothingKept,
    };
}
