import { type Decide, exchangeOn, reconcileSettings, type SettingsOutcome, settingsOf } from "../../lifecycle/settings";
import type { Told } from "../../plan-record/entries";
import { masked, toldCall } from "../../plan-record/told-call";
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
} from "../../resources/schannel-settings";
import { certainProblems } from "../../resources/schannel-settings/program/decode";
import type { Spelled } from "../../resources/schannel-settings/tell/present";
import type { SchemaIssue } from "../../schema-issues";
import { type ConnectionSettings, certainIssues, checkConnection } from "../../session/connection-settings";
import type { AgentInfo } from "../../session/pool/pool";
import { Call } from "../call";
import { hasUnknown, knownLater } from "../engine/unknowns";
import { toWire, type Wire } from "../engine/wire";
import { messageOf, PartialFailure } from "../failures";
import { maskerFor } from "../object/masking";
import { originOf } from "../run/origin";
import type { Run } from "../run/run";
import { nobodyThere, withoutServer } from "../run/unreached";
import { hiddenOf, visible } from "../state";
import { SettingsVeil } from "./settings-veil";
import { toldTogether } from "./told-together";

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
export class SettingsCall extends Call {
    readonly #veil: SettingsVeil;
    readonly #mask: (text: string) => string;

    constructor(
        /** Inputs, or the outputs that hold them. */
        properties: Wire,
        run: Run,
        /** Outputs of the run before, where there are some beside the inputs. */
        outputs: Wire = {},
    ) {
        const hidden = hiddenOf(properties, outputs);
        const veil = new SettingsVeil(hidden.secrets);
        const mask = maskerFor(undefined, hidden.secrets, properties, outputs);
        super(labelOf(properties), properties, run, hidden, ({ call, secret: names }) =>
            masked(toldCall(call, veil.isDrawn ? "all" : names), mask),
        );
        this.#veil = veil;
        this.#mask = mask;
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
        throw this.invalid(decoded.problems);
    }

    async info({ connection }: DeclaredSettings): Promise<AgentInfo> {
        try {
            return await this.run.session(connection).info();
        } catch (error) {
            throw this.unread(error);
        }
    }

    async live(declared: DeclaredSettings): Promise<Seen> {
        try {
            return await this.#look(declared);
        } catch (error) {
            throw this.unread(error);
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
            this.tellAll(withoutServer(nobody));
            return undefined;
        }
    }

    async #look({ connection }: DeclaredSettings): Promise<Seen> {
        const session = this.run.session(connection);
        const live = await settingsOf(session);
        return { live, exchange: exchangeOn(await session.info()) };
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
            const open = this.#veil.watch(this.run.watch({ ...origin, mask: this.#mask }));
            const watch = this.promise.keep(this.label, step, open);
            const outcome = await reconcileSettings(session, this.label, watch, way, kept);
            this.tell([
                ...outcome.notes,
                ...this.#veil
                    .lines(outcome.later)
                    .map((words) => `not written, because no preview told it: ${words}. Run pulumi up again`),
            ]);
            if (outcome.error === undefined) this.tell(this.promise.done(step));
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
            ...this.#veil.outputs(outputsOf(live, exchangeOn(info), kept)),
            // Known also where the boot time, and with it the machine's own answer, was not to be had after a write.
            computer: info.computer,
            ...this.#veil.outputs({ __declared: declared.spelled, __kept: withoutStarted(kept, live.machine) }),
        });
    }

    /** Tells each value of a plan and what else the reader should know. */
    explain(plan: SettingsPlan): void {
        if (plan.calls.length > 0) this.run.foretell();
        this.#noted("plan", plan);
        if (this.config.explain) {
            const held = plan.held.map((line) => `waits for a restart of the server: ${line}`);
            for (const line of this.#veil.lines([...plan.words, ...held])) this.inform(line);
        }
        this.tell(plan.notes);
    }

    /** Tells what a removal sends: no preview of the engine's asks the provider for it. */
    explainRemoval({ words }: SettingsPlan): void {
        this.explainOnce(this.#veil.lines(words), `nothing is written: ${this.label} stay as they are`);
    }

    /** Notes what a removal would do, for the update that makes it. */
    noteRemoval(plan: () => SettingsPlan): Promise<void> {
        return this.promise.ifKept(async () => this.#noted("removal", plan()));
    }

    #noted(step: Told["step"], plan: SettingsPlan): void {
        const calls = plan.calls.map((call) => ({ call }));
        this.attempt(() => this.promise.note(step, calls));
    }

    /** Tells why there is no plan yet. */
    explainLater(): void {
        const shown = visible(this.properties);
        const unknown = Object.keys(shown).filter((name) => hasUnknown(shown[name]));
        this.attempt(() => this.promise.noteUnknown(unknown));
        if (this.config.explain && !this.config.offline) this.inform(knownLater(unknown));
    }

    override tell(notes: readonly string[]): void {
        super.tell(toldTogether(this.run, this.hidden.urn, notes));
    }

    /** A text without the values that the program calls secret. */
    masked(text: string): string {
        return this.#mask(this.#veil.text(text));
    }
}

/** What messages call the server. */
function labelOf({ connection, computer }: Wire): string {
    const host = typeof connection === "object" && connection !== null && "host" in connection ? connection.host : "";
    return `SCHANNEL settings of ${typeof computer === "string" && computer !== "" ? computer : String(host)}`;
}

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
