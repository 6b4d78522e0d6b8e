import type { Command, Watch } from "../lifecycle/apply/watch";
import type { Told } from "../plan-record/entries";
import { keepTo, keepToSaid } from "../plan-record/keep-to";
import { hashOf } from "../plan-record/plan-records";
import type { ToldCall } from "../plan-record/told-call";
import type { Wire } from "./engine/wire";
import type { Run } from "./run/run";
import { type Hidden, visible } from "./state";

type Call = Pick<Command, "call" | "secret">;

/** As a preview tells a command. */
export type Tell = (command: Call) => ToldCall;

/** What previews promise of one resource, where the stack's configuration says that updates keep to it; else nothing. */
export class PreviewPromise {
    #said = false;

    constructor(
        private readonly run: Run,
        private readonly hidden: Hidden,
        private readonly properties: Wire,
        private readonly tell: Tell,
    ) {}

    /** Does what only matters then. */
    async ifKept(work: () => Promise<void>): Promise<void> {
        if (this.#record !== undefined) await work();
    }

    note(step: Told["step"], commands: readonly Call[]): void {
        const { urn } = this.hidden;
        const inputs = step === "plan" ? { inputs: this.#inputs } : {};
        this.#record?.note({ step, urn, calls: commands.map(this.tell), ...inputs });
    }

    noteUnknown(unknown: readonly string[]): void {
        this.#record?.note({ step: "plan", urn: this.hidden.urn, calls: [], unknown });
    }

    spoil(): void {
        this.#record?.spoil();
    }

    /** It was carried out; what the reader should know of it. */
    done(step: Told["step"]): readonly string[] {
        const error = this.#record?.done(step, this.hidden.urn);
        return error === undefined ? [] : [error.message];
    }

    keep(resource: string, step: Told["step"], watch: Watch): Watch {
        const record = this.#record;
        if (record === undefined) return watch;
        const told = record.told(step, this.hidden.urn);
        const kept = keepTo({ resource, step, told, inputs: this.#inputs, tell: this.tell }, watch);
        // Without a refresh nobody told of a removal but the state, see `keepToSaid`.
        return { begin: (commands) => (this.#said ? watch : kept).begin(commands) };
    }

    /** Where no preview is on record for the removal, the state's text is what the preview showed. */
    keepToSaid(resource: string, parts: readonly string[], said: unknown): void {
        const record = this.#record;
        if (record === undefined || this.#said || parts.length === 0) return;
        if (record.told("removal", this.hidden.urn).length > 0) return;
        const texts = Array.isArray(said) ? said.map(String) : String(said).split("; ");
        keepToSaid(resource, texts, parts);
        this.#said = true;
    }

    get #record() {
        return this.run.record(this.hidden.urn);
    }

    get #inputs(): string {
        const known = Object.entries(visible(this.properties)).filter(([name]) => !this.hidden.secrets.has(name));
        return hashOf(Object.fromEntries(known));
    }
}

/** Work of a check or a diff: a preview in which one failed is none. */
export async function previewed<T extends object>(work: Promise<T>, spoil: () => void): Promise<T> {
    try {
        const result = await work;
        if ("failures" in result && Array.isArray(result.failures) && result.failures.length > 0) spoil();
        return result;
    } catch (error) {
        spoil();
        throw error;
    }
}
