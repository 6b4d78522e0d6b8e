import { untilNone } from "./deadline.js";
import { belonging, kill, type Seen, upTo } from "./processes.js";

/** The processes of an sshd's sessions: its own and what they run, orphans among them. */
export class Sessions {
    constructor(
        private readonly listener: number,
        /** `NAME=value` in the environment of whatever a session runs. */
        private readonly mark: string,
    ) {}

    list(): readonly Seen[] {
        return belonging(this.listener, this.mark);
    }

    /** What is left when all are over, or when the time is up. */
    left(ms = 10_000): Promise<readonly Seen[]> {
        return untilNone(() => this.list(), ms);
    }

    /** Kills sshd's own processes of every session, or of the one that runs `pid`: its connection goes without a word. */
    cut(pid?: number): void {
        const candidates = pid === undefined ? this.list() : upTo(this.listener, pid);
        for (const one of candidates) if (isSshd(one)) kill(one.pid, "SIGKILL");
    }

    /** From the leaves up: each is taken note of by who started it, and no zombie is left to init. */
    async end(): Promise<void> {
        await this.kill((one) => !isSshd(one));
        await this.kill(isSshd);
    }

    private async kill(wanted: (one: Seen) => boolean): Promise<void> {
        const left = await untilNone(() => {
            const found = this.list().filter(wanted);
            for (const { pid } of found) kill(pid, "SIGKILL");
            return found;
        }, 10_000);
        if (left.length > 0) throw new Error(`Processes that cannot be killed: ${JSON.stringify(left)}`);
    }
}

/** Newer versions have programs of several names. */
function isSshd({ name }: Seen): boolean {
    return name.startsWith("sshd");
}
