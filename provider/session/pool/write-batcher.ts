import { canonicalJson } from "../../canonical-json";
import type { WriteAnswer } from "../agent/agent-session";
import type { Clock } from "../clock";
import type { AgentCall, CallResult } from "../frames";

/** Calls that belong together, and the read that shows what they did. */
export interface WriteGroup {
    readonly calls: readonly AgentCall[];
    readonly readBack: AgentCall;
    /** Goes alone, and ends at the first call that fails: somebody else's failure must not end it. */
    readonly inOrder?: boolean;
    /** Throws where it may not leave any more. */
    readonly permit?: () => void;
}

/** One exchange for many groups: all calls in their order, then each distinct read-back once. */
export interface BatchPlan {
    readonly calls: readonly AgentCall[];
    /** Whether the first call that fails ends it. */
    readonly inOrder: boolean;
    /** Hands the results out again, in the order of the groups. */
    readonly share: (results: readonly CallResult[]) => readonly WriteAnswer[];
}

export function planBatch(groups: readonly WriteGroup[]): BatchPlan {
    const writes = groups.flatMap(({ calls }) => calls);
    const readBacks = new Map(groups.map(({ readBack }) => [canonicalJson(readBack), readBack]));
    const places = new Map([...readBacks.keys()].map((key, index) => [key, writes.length + index]));
    return {
        calls: [...writes, ...readBacks.values()],
        inOrder: groups.some(({ inOrder }) => inOrder === true),
        share: (results) => {
            let from = 0;
            return groups.map(({ calls, readBack }) => {
                const own = results.slice(from, from + calls.length);
                from += calls.length;
                return {
                    results: own,
                    readBack: results[places.get(canonicalJson(readBack)) ?? -1] ?? { skipped: true },
                };
            });
        },
    };
}

interface Waiting {
    readonly group: WriteGroup;
    readonly resolve: (answer: WriteAnswer) => void;
    readonly reject: (cause: unknown) => void;
}

/**
 * Pulumi starts its writes in waves, as many as `--parallel` allows, a few milliseconds apart. Waiting until a moment
 * brought no new one makes one exchange of a wave. One is under way at a time; what comes meanwhile goes with the next.
 */
export class WriteBatcher {
    #waiting: Waiting[] = [];
    #waitingSince = 0;
    #busy: Promise<void> | undefined;
    #cancelTimer: () => void = () => undefined;

    constructor(
        private readonly send: (plan: BatchPlan) => Promise<readonly CallResult[]>,
        private readonly clock: Clock,
        private readonly quiet: number,
        private readonly cap: number,
    ) {}

    write(group: WriteGroup): Promise<WriteAnswer> {
        return new Promise((resolve, reject) => {
            this.#waiting.push({ group, resolve, reject });
            if (this.#waiting.length === 1) {
                this.#waitingSince = this.clock.now();
            }
            this.#arm();
        });
    }

    /** Settles when no batch is under way. */
    get idle(): Promise<void> {
        return this.#busy ?? Promise.resolve();
    }

    /** Rejects everything that was not sent yet. */
    refuse(error: Error): void {
        this.#cancelTimer();
        for (const { reject } of this.#waiting.splice(0)) {
            reject(error);
        }
    }

    #arm(): void {
        if (this.#busy !== undefined || this.#waiting.length === 0) {
            return;
        }
        this.#cancelTimer();
        const left = this.#waitingSince + this.cap - this.clock.now();
        this.#cancelTimer = this.clock.after(Math.max(0, Math.min(this.quiet, left)), () => this.#leave());
    }

    #leave(): void {
        const going = this.#waiting.splice(0, this.#nextWave()).filter(isPermitted);
        this.#busy = this.#carry(going).finally(() => {
            this.#busy = undefined;
            // Those that came meanwhile wait for company a moment more: the answers just given start the next wave.
            this.#waitingSince = this.clock.now();
            this.#arm();
        });
    }

    /** How many of those that wait go together. */
    #nextWave(): number {
        const ordered = this.#waiting.findIndex(({ group }) => group.inOrder === true);
        return ordered < 0 ? this.#waiting.length : Math.max(ordered, 1);
    }

    async #carry(going: readonly Waiting[]): Promise<void> {
        if (going.length === 0) return;
        const plan = planBatch(going.map(({ group }) => group));
        try {
            const answers = plan.share(await this.send(plan));
            going.forEach(({ resolve, reject }, index) => {
                const answer = answers[index];
                answer === undefined ? reject(new Error("no answer for a group")) : resolve(answer);
            });
        } catch (error) {
            for (const { reject } of going) {
                reject(error);
            }
        }
    }
}

function isPermitted({ group, reject }: Waiting): boolean {
    try {
        group.permit?.();
        return true;
    } catch (error) {
        reject(error);
        return false;
    }
}
