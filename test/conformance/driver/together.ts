import type { Kind } from "../../../provider/resources/kind";
import type { Place } from "./place";
import { type Program, type Run, runIn, Stack, type Told, urnOf } from "./stack";

/** What is told of a run of several resources. */
export type JointRun = Pick<Run, "errors" | "log" | "reading">;

/** A stack of several resources, by their names in the program: each is planned in turn, then each is written. */
export class JointStack {
    readonly #stacks = new Map<string, Stack>();

    constructor(readonly place: Place) {}

    /** The part of one resource. */
    of(kind: Kind, name: string): Stack {
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

    #run(resources: readonly Resource[], { writes }: { readonly writes: boolean }): Promise<JointRun> {
        return runIn(this.place, async (process, { errors }) => {
            const providers = new Map<Kind, ReturnType<typeof process>>();
            const steps: (() => Promise<void>)[] = [];
            for (const [kind, name, program] of resources) {
                const stack = this.of(kind, name);
                const started = providers.get(kind) ?? process(kind);
                providers.set(kind, started);
                const provider = await started;
                const before = stack.state;
                const told: Told = { operation: "none", drift: undefined, errors };
                const news = await stack.plan(provider, told, program);
                if (!writes) stack.state = before;
                if (news === undefined) return;
                steps.push(() => stack.apply(provider, told, news));
            }
            if (writes) for (const step of steps) await step();
        });
    }
}

/** As the program declares it. */
export type Resource = readonly [kind: Kind, name: string, program: Program];
