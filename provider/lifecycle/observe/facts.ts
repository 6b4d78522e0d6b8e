import { NotChecked } from "../../resources/rule";
import type { CallResult, CmdletCall, WireObject } from "../../session/frames";
import type { AgentSession } from "../../session/pool/pool";

/** What auxiliary calls answered, once per run and session: a certificate does not change between two resources. */
const known = new WeakMap<AgentSession, Map<string, Promise<CallResult>>>();

/**
 * Facts for one decision. A rule asks for what it needs and gets `NotChecked` until it is there; `decide` then reads
 * everything that was asked for in one exchange and lets the decision be made again.
 */
export class Facts {
    readonly #answers = new Map<string, CallResult>();
    #wanted: CmdletCall[] = [];

    constructor(private readonly session: AgentSession) {}

    ask(call: CmdletCall): readonly WireObject[] {
        const answer = this.#answers.get(keyOf(call));
        if (answer === undefined) {
            this.#wanted.push(call);
            throw new NotChecked(`${call.cmd} was not read`);
        }
        if (!("ok" in answer)) throw new NotChecked(`${call.cmd} was not answered`);
        if (!answer.ok) throw new NotChecked(`${call.cmd}: ${answer.error.message}`);
        return answer.out;
    }

    async decide<T>(decision: () => T): Promise<T> {
        for (;;) {
            this.#wanted = [];
            const result = decision();
            if (this.#wanted.length === 0) return result;
            await this.#read(new Map(this.#wanted.map((call) => [keyOf(call), call])));
        }
    }

    async #read(calls: ReadonlyMap<string, CmdletCall>): Promise<void> {
        const cache = known.get(this.session) ?? new Map<string, Promise<CallResult>>();
        known.set(this.session, cache);
        const missing = [...calls].filter(([key]) => !cache.has(key));
        if (missing.length > 0) {
            // A fact that cannot be had is told as such: only a managed object that cannot be read stops a run.
            const asked = this.session.read(missing.map(([, call]) => call)).catch(refused);
            missing.forEach(([key], index) => {
                cache.set(
                    key,
                    asked.then((results) => results[index] ?? results[0] ?? { skipped: true }),
                );
            });
        }
        for (const key of calls.keys()) this.#answers.set(key, (await cache.get(key)) ?? { skipped: true });
    }
}

function refused(cause: unknown): readonly CallResult[] {
    const message = cause instanceof Error ? cause.message : String(cause);
    return [{ ok: false, error: { code: "Session", message, transient: true } }];
}

function keyOf(call: CmdletCall): string {
    return JSON.stringify(call);
}
