import { setTimeout as pause } from "node:timers/promises";
import type { Wire } from "../../../provider/pulumi/engine/wire";
import type { Reading } from "../../lab/index.js";
import { kept, sent } from "./crossing";
import type { Place, Provider, Subject } from "./place";

/** Arguments of the resource, as a program writes them, without the connection. */
export type Program = Readonly<Record<string, unknown>>;

/** The resource in the stack's state. */
export interface State {
    readonly id: string;
    readonly inputs: Wire;
    readonly outputs: Wire;
}

export type Operation = "create" | "update" | "replace" | "same" | "delete" | "none";

/** What one command of the CLI did. */
export interface Run {
    /** Planned, and by up carried out unless there are errors. */
    readonly operation: Operation;
    /** Inputs in which the refresh found the server to differ; undefined where nothing was read. */
    readonly drift: readonly string[] | undefined;
    readonly errors: readonly string[];
    readonly log: readonly string[];
    readonly reading: Reading;
}

export interface Told {
    operation: Operation;
    drift: readonly string[] | undefined;
    readonly errors: string[];
}

/** A run takes milliseconds; whoever waits this long waits for ever. */
const DEADLINE_MS = 30_000;

/** A stack of one resource, whose provider is called as the engine calls it (design/engine.md, 3), with refresh. */
export class Stack {
    state: State | undefined;
    /** Properties that the program calls secret; the class itself does so for the password. */
    secrets: readonly string[] = ["authenticationCredential"];

    constructor(
        readonly place: Place,
        readonly kind: Subject,
        readonly urn = urnOf(kind, "subject"),
    ) {}

    /** The state stays. */
    async preview(program: Program, { refresh = true } = {}): Promise<Run> {
        const before = this.state;
        const run = await this.#run((provider, told) => this.plan(provider, told, program, refresh));
        this.state = before;
        return run;
    }

    up(program: Program): Promise<Run> {
        return this.#run(async (provider, told) => {
            const news = await this.plan(provider, told, program);
            if (news !== undefined) await this.apply(provider, told, news);
        });
    }

    /** `pulumi up --replace`: checked as if it were new, and never compared. */
    replace(program: Program, { refresh = true } = {}): Promise<Run> {
        return this.#run(async (provider, told) => {
            if (refresh) await this.refreshBy(provider, told);
            told.operation = "replace";
            const { inputs = {}, failures = [] } = await provider.check({}, this.#inputs(program));
            told.errors.push(...failures.map(({ reason }) => reason));
            if (failures.length === 0) await this.apply(provider, told, kept({ ...inputs, ...this.#hidden }));
        });
    }

    refresh(): Promise<Run> {
        return this.#run((provider, told) => this.refreshBy(provider, told));
    }

    destroy({ refresh = true } = {}): Promise<Run> {
        return this.#run(async (provider, told) => {
            if (refresh) await this.refreshBy(provider, told);
            if (this.state === undefined) return;
            told.operation = "delete";
            await this.remove(provider);
        });
    }

    #run(work: (provider: Provider, told: Told) => Promise<unknown>): Promise<Run> {
        return runIn(this.place, async (process, told) => work(await process(this.kind), told));
    }

    /** Refresh, check and diff. Undefined: the program is refused. */
    async plan(provider: Provider, told: Told, program: Program, refresh = true): Promise<Wire | undefined> {
        if (refresh) await this.refreshBy(provider, told);
        const check = async (olds: Wire) => {
            const { inputs = {}, failures = [] } = await provider.check(olds, this.#inputs(program));
            told.errors.push(...failures.map(({ reason }) => reason));
            return kept({ ...inputs, ...this.#hidden });
        };
        const news = await check(sent(this.state?.inputs ?? {}));
        if (told.errors.length > 0) return undefined;
        if (this.state === undefined) {
            told.operation = "create";
            return news;
        }
        const { changes, replaces = [] } = await provider.diff(this.state.id, sent(this.state.outputs), sent(news));
        told.operation = !changes ? "same" : replaces.length > 0 ? "replace" : "update";
        // What takes the place of another object is checked anew, as if there were none.
        const checked = told.operation === "replace" ? await check({}) : news;
        return told.errors.length > 0 ? undefined : checked;
    }

    /** Carries out what was planned. */
    async apply(provider: Provider, told: Told, news: Wire): Promise<void> {
        if (this.state === undefined) {
            await this.#create(provider, news);
        } else if (told.operation === "update") {
            const { id, outputs } = this.state;
            await this.#write(news, async () => {
                const { outs } = await provider.update(id, sent(outputs), sent(news));
                return { id, outs };
            });
        } else if (told.operation === "replace") {
            await this.remove(provider);
            await this.#create(provider, news);
        } else {
            this.state = { ...this.state, inputs: news };
        }
    }

    async remove(provider: Provider): Promise<void> {
        if (this.state !== undefined) await provider.delete(this.state.id, sent(this.state.outputs));
        this.state = undefined;
    }

    async refreshBy(provider: Provider, told: Told): Promise<void> {
        const { state } = this;
        if (state === undefined) return;
        const { id, props = {}, inputs = state.inputs } = await provider.read(state.id, sent(state.outputs));
        if (id === undefined || id === "") {
            this.state = undefined;
            return;
        }
        const fresh = {
            id,
            inputs: kept({ ...inputs, ...this.#hidden }),
            outputs: kept({ ...props, ...this.#hidden }),
        };
        // With the roles swapped, to show what the refresh brought.
        await provider.diff(id, sent(fresh.outputs), sent(state.inputs));
        told.drift = differing(sent(state.inputs), sent(fresh.inputs));
        this.state = fresh;
    }

    #create(provider: Provider, news: Wire): Promise<void> {
        return this.#write(news, () => provider.create(sent(news)));
    }

    /** What was written is recorded, also where it ended in an error that tells it. */
    async #write(inputs: Wire, work: () => Promise<{ id: string; outs?: Wire }>): Promise<void> {
        try {
            const { id, outs = {} } = await work();
            this.state = { id, inputs, outputs: kept({ ...outs, ...this.#hidden }) };
        } catch (error) {
            if (isPartial(error)) {
                this.state = { id: error.id, inputs, outputs: kept({ ...error.properties, ...this.#hidden }) };
            }
            throw error;
        }
    }

    /** What the sdk's class hands over. */
    #inputs(program: Program): Wire {
        const secrets = Object.keys(program).filter((name) => this.secrets.includes(name));
        return sent(
            kept({
                connection: this.place.connection,
                ...program,
                ...this.#hidden,
                __urn: this.urn,
                __organization: "organization",
                __secrets: secrets,
            }),
        );
    }

    /** Added by the SDK to whatever a dynamic provider answers. */
    get #hidden() {
        return {
            __provider: `exports.handler = () => require("pulumi-exchange-tls/provider").${this.kind.type};`,
        };
    }
}

/** One command of the CLI, in a process of its own. */
export async function runIn(
    place: Place,
    work: (process: ReturnType<Place["process"]>, told: Told) => Promise<unknown>,
): Promise<Run> {
    const { meter } = place.lab;
    const log: string[] = [];
    const told: Told = { operation: "none", drift: undefined, errors: [] };
    const mark = meter.mark();
    const end = new AbortController();
    const late = pause(DEADLINE_MS, undefined, { signal: end.signal }).then(
        () => Promise.reject(new Error(`no end within ${DEADLINE_MS} ms`)),
        () => undefined,
    );
    try {
        await Promise.race([work(place.process(log), told), late]);
    } catch (error) {
        told.errors.push(error instanceof Error ? error.message : String(error));
    } finally {
        end.abort();
    }
    return { ...told, log, reading: meter.since(mark) };
}

/** Of a resource in the test's stack. */
export function urnOf(kind: Subject, name: string): string {
    return `urn:pulumi:test::conformance::pulumi-nodejs:dynamic/exchange:${kind.type}::${name}`;
}

function differing(before: Wire, after: Wire): readonly string[] {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
        .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
        .sort();
}

function isPartial(error: unknown): error is { readonly id: string; readonly properties: Wire } {
    return typeof error === "object" && error !== null && "id" in error && "properties" in error;
}
