import { RefusedError } from "../lifecycle/errors";
import type { Refusal } from "../lifecycle/judge";
import { type Decide, exchangeOn, reconcileSettings, type SettingsOutcome, settingsOf } from "../lifecycle/settings";
import {
    decodeSettings,
    type Exchange,
    type Kept,
    type Live,
    nothingKept,
    outputsOf,
    type SchannelArgs,
    type SettingsPlan,
} from "../resources/schannel-settings";
import type { Spelled } from "../resources/schannel-settings/present";
import type { SchemaIssue } from "../schema-issues";
import { type ConnectionSettings, checkConnection } from "../session/connection-settings";
import type { Severity } from "./engine-log";
import { Failure, messageOf, PartialFailure } from "./failures";
import { originOf } from "./origin";
import type { Run } from "./run";
import type { RunConfig } from "./run-config";
import { type Hidden, hiddenOf, visible } from "./state";
import { hasUnknown } from "./unknowns";
import { toWire, type Wire } from "./wire";

/** What the program declares for one server. */
export interface DeclaredSettings {
    readonly connection: ConnectionSettings;
    readonly args: SchannelArgs;
    /** In the program's own spelling. */
    readonly spelled: Spelled;
}

export type DecodedProgram =
    | { readonly ok: true; readonly declared: DeclaredSettings }
    | { readonly ok: false; readonly problems: readonly SchemaIssue[] };

/** One call of the engine's for the settings of one server. */
export class SettingsCall {
    readonly hidden: Hidden;
    readonly config: RunConfig;

    constructor(
        /** Inputs, or the outputs that hold them. */
        readonly properties: Wire,
        private readonly run: Run,
    ) {
        this.hidden = hiddenOf(properties);
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

    decode(program: Wire): DecodedProgram {
        const { connection, ...spelled } = visible(program);
        const checked = checkConnection(connection);
        const decoded = decodeSettings(spelled);
        const problems = [
            ...(checked.issues ?? []).map(({ path, message }) => ({
                path: ["connection", path].filter(Boolean).join("."),
                message,
            })),
            ...(decoded.ok ? [] : decoded.problems),
        ];
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

    async live({ connection }: DeclaredSettings): Promise<{ live: Live; exchange: Exchange | undefined }> {
        const session = this.run.session(connection);
        try {
            const live = await settingsOf(session);
            return { live, exchange: exchangeOn(await session.info()) };
        } catch (error) {
            throw this.failure(error);
        }
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
    ): Promise<SettingsOutcome> {
        const session = this.run.session(declared.connection);
        try {
            const exchange = exchangeOn(await session.info());
            const way: Decide = (live, now, only) => decide(live, now, exchange, only);
            const origin = { resource: this.label, session, ...originOf(this.hidden) };
            const watch = this.run.watch({ ...origin, mask: (text) => text });
            const outcome = await reconcileSettings(session, this.label, watch, way, kept);
            this.tell([
                ...outcome.notes,
                ...outcome.later.map((words) => `not written, because no preview told it: ${words}. Run pulumi up again`),
            ]);
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
        throw new PartialFailure(messageOf(this.label, outcome.error), outcome.error, id, outputs);
    }

    async outputs(declared: DeclaredSettings, kept: Kept, live: Live, values: Wire = {}): Promise<Wire> {
        const exchange = exchangeOn(await this.run.session(declared.connection).info());
        return toWire({
            ...this.properties,
            ...values,
            ...outputsOf(live, exchange, kept),
            __declared: declared.spelled,
            __kept: kept,
        });
    }

    /** Tells each value of a plan and what else the reader should know. */
    explain(plan: SettingsPlan): void {
        if (plan.calls.length > 0) this.run.foretell();
        if (this.config.explain) {
            for (const line of plan.words) this.#say("info", line);
            for (const line of plan.held) this.#say("info", `waits for a restart of the server: ${line}`);
        }
        this.tell(plan.notes);
    }

    tell(notes: readonly string[]): void {
        for (const note of notes) this.#say("warning", note);
    }

    refuse(refusals: readonly Refusal[]): void {
        if (refusals.length > 0) throw this.failure(new RefusedError(this.label, refusals));
    }

    failure(cause: unknown): Failure {
        return cause instanceof Failure ? cause : new Failure(messageOf(this.label, cause), cause);
    }

    #say(severity: Severity, text: string): void {
        // While a file is imported nobody knows the resource's URN, so the line lands under the stack.
        const line = this.hidden.urn === "" ? `${this.label}: ${text}` : text;
        this.run.log(severity, this.hidden.urn, line);
    }
}

/** What `outputs` recorded: the program's arguments when they were last applied, and what is remembered. */
export function rememberedSettings(outputs: Wire): { readonly program: Wire; readonly kept: Kept } {
    const { connection, __declared, __kept } = outputs;
    return {
        program: { connection, ...(__declared as Wire | undefined) },
        kept: (__kept as Kept | undefined) ?? nothingKept,
    };
}
