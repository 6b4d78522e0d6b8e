import type { Reading } from "../../lab/index.js";
import type { Place, Provider, Subject } from "./place";
import { type Program, type Run, runIn, Stack, type Told, urnOf } from "./stack";

/** What is told of a run of several resources. */
export interface JointRun extends Pick<Run, "errors" | "log" | "reading"> {
    /** Resources that the program no longer has: what their outputs said, and in up what the server got of each. */
    readonly removals: readonly Removal[];
}

export interface Removal {
    readonly name: string;
    readonly kind: Subject;
    readonly onDestroy: unknown;
    readonly reading: Reading | undefined;
}

/** A stack of several resources, by their names in the program: each is planned in turn, then each is written. */
export class JointStack {
    readonly #stacks = new Map<string, Stack>();

    constructor(readonly place: Place) {}

    /** The part of one resource. */
    of(kind: Subject, name: string): Stack {
        const stack = this.#stacks.get(name) ?? new Stack(this.place, kind, urnOf(kind, name));
        this.#stacks.set(name, stack);
        return stack;
    }

    preview(...resources: readonly Resource[]): Promise<JointRun> {
        return this.#run(resources, { writes: false });
    }

    up(...resources: readonly Resource[]): Promise<JointRun> {
        return this.#run(resources, { writes: true });
    }

    async #run(resources: readonly Resource[], { writes }: { readonly writes: boolean }): Promise<JointRun> {
        const removals: Removal[] = [];
        const run = await runIn(this.place, async (process, { errors }) => {
            const providers = new Map<Subject, Promise<Provider>>();
            const providerOf = (kind: Subject) => {
                const started = providers.get(kind) ?? process(kind);
                providers.set(kind, started);
                return started;
            };
            const steps: (() => Promise<void>)[] = [];
            for (const [kind, name, program] of resources) {
                const stack = this.of(kind, name);
                const provider = await providerOf(kind);
                const before = stack.state;
                const told: Told = { operation: "none", drift: undefined, errors };
                const news = await stack.plan(provider, told, program);
                if (!writes) stack.state = before;
                if (news === undefined) return;
                steps.push(() => stack.apply(provider, told, news));
            }
            const gone = [...this.#stacks].filter(([name]) => !resources.some(([, other]) => other === name));
            for (const [name, stack] of gone) {
                const { state: before, kind } = stack;
                const provider = await providerOf(kind);
                await stack.refreshBy(provider, { operation: "none", drift: undefined, errors });
                const onDestroy = stack.state?.outputs.onDestroy;
                if (!writes) {
                    stack.state = before;
                    removals.push({ name, kind, onDestroy, reading: undefined });
                } else if (stack.state !== undefined) {
                    // The engine deletes when everything else is done.
                    steps.push(async () => {
                        const { meter } = this.place.lab;
                        const mark = meter.mark();
                        try {
                            await stack.remove(provider);
                        } finally {
                            removals.push({ name, kind, onDestroy, reading: meter.since(mark) });
                        }
                    });
                }
            }
            if (writes) for (const step of steps) await step();
        });
        return { ...run, removals };
    }
}

/** As the program declares it. */
export type Resource = readonly [kind: Subject, name: string, program: Program];
