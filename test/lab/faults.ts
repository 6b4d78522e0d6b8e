import type { AgentError } from "../../provider/session/frames.js";
import type { Chance } from "./chance.js";
import type { Transcript } from "./transcript.js";
import { sameText } from "./values/same-text.js";

/** What can go wrong, by the step at which it does. */
export type Fault =
    /** Connection. */
    | "reset-before-ssh"
    | "stall-key-exchange"
    | "wrong-host-key"
    | "authentication-refused"
    | "channel-refused"
    | "sftp-refused"
    /** Every operation of that SFTP session is denied. */
    | "sftp-denied"
    /** Agent. */
    | "agent-does-not-start"
    | "hello-missing"
    | "hello-garbage"
    | "directory-unreachable"
    /** Request (open or batch). Cut: the TCP connection goes, without a word. */
    | "cut-before-execution"
    | "cut-before-answer"
    | "cut-in-answer"
    | "garbage-answer"
    | "duplicate-answer"
    | "agent-crash"
    | "stall"
    /** Single call of a batch. */
    | "delay"
    | "cmdlet-error"
    | "error-after-write";

export interface Plan {
    readonly fault: Fault;
    /** The n-th time from now that the step is reached, 1 when absent. */
    readonly nth?: number;
    /** So many times in a row, 1 when absent. */
    readonly times?: number;
    /** Only calls of this cmdlet, or for faults of a request: only batches with a call of it. */
    readonly cmd?: string;
    /** For `delay`: milliseconds. */
    readonly ms?: number;
    /** For `cmdlet-error` and `error-after-write`. */
    readonly error?: AgentError;
}

type Hook = () => void | Promise<void>;
interface Armed extends Plan {
    seen: number;
}

/** Faults to come. Each is armed before, and goes off when its step is reached. */
export class Faults {
    private armed: Armed[] = [];
    private hooks: { readonly cmd: string; left: number; readonly run: Hook }[] = [];
    private random: { readonly chance: Chance; readonly probability: number; readonly plans: readonly Plan[] } | null =
        null;

    constructor(
        private readonly transcript: Transcript,
        /** Stops listening, so that the next dial is refused. */
        readonly refuseDials: () => Promise<void>,
        /** Listens again on the same port. */
        readonly acceptDials: () => Promise<void>,
    ) {}

    inject(plan: Plan): void {
        this.armed.push({ ...plan, seen: 0 });
    }

    /** Somebody else gets in between: runs just before the n-th call of the cmdlet from now. */
    before(cmd: string, nth: number, run: Hook): void {
        this.hooks.push({ cmd, left: nth, run });
    }

    /** Any of the plans goes off at its step with this probability. The seed goes into the transcript. */
    atRandom(chance: Chance, probability: number, plans: readonly Plan[]): void {
        this.transcript.note(`faults at random, seed ${chance.seed}`);
        this.random = { chance, probability, plans };
    }

    /** Forgets whatever has not gone off. */
    clear(): void {
        this.armed = [];
        this.hooks = [];
        this.random = null;
    }

    /** Asked by the front at each step. */
    due(fault: Fault, cmds?: readonly string[]): Plan | undefined {
        const reached = (plan: Plan) => plan.fault === fault && concerns(plan, cmds);
        let hit: Plan | undefined;
        for (const plan of this.armed.filter(reached)) {
            plan.seen += 1;
            const { nth = 1, times = 1, seen } = plan;
            if (seen >= nth && seen < nth + times) hit ??= plan;
        }
        const chosen = this.random?.plans.find(reached);
        if (chosen !== undefined && this.random !== null && this.random.chance.next() < this.random.probability) {
            hit ??= chosen;
        }
        if (hit !== undefined) this.transcript.note(`fault ${fault}`);
        return hit;
    }

    /** Runs the hooks that are due before this call. */
    async interfere(cmd: string): Promise<void> {
        const concerned = this.hooks.filter((hook) => sameText(hook.cmd, cmd));
        for (const hook of concerned) {
            hook.left -= 1;
            if (hook.left === 0) await hook.run();
        }
    }
}

function concerns({ cmd }: Plan, cmds: readonly string[] | undefined): boolean {
    return cmd === undefined || (cmds ?? []).some((other) => sameText(other, cmd));
}
