import { isWrite } from "./cmdlets/catalogue.js";

/** One call of a cmdlet, a service (`restart MSExchangeTransport`) or the registry (`reg set`), as it came in. */
export interface MeteredCall {
    readonly cmd: string;
    /** Exactly as received, tags and all. */
    readonly par: Readonly<Record<string, unknown>>;
    readonly kind: "read" | "write";
    readonly ok: boolean;
    /** The organisation was changed. */
    readonly effect: boolean;
    /** Short name of the computer whose connection it came in by, where that is not the lab's first server. */
    readonly server?: string;
}

/** Everything counted so far, or between two marks. */
export interface Reading {
    readonly connections: number;
    /** Attempts by method, `none` among them; refused ones count. */
    readonly authentications: Readonly<Record<string, number>>;
    readonly channels: number;
    readonly sftpSessions: number;
    /** Requests that go to and fro: ping, cancel, the parts of a chunked request and bye are not counted. */
    readonly exchanges: { readonly open: number; readonly batch: number };
    /** From the client to the agent, and back. */
    readonly framesIn: number;
    readonly framesOut: number;
    readonly bytesIn: number;
    readonly bytesOut: number;
    readonly calls: readonly MeteredCall[];
}

type Count = "connections" | "channels" | "sftpSessions" | "framesIn" | "framesOut" | "bytesIn" | "bytesOut";

export class Meter {
    private readonly counts: Record<Count, number> = {
        connections: 0,
        channels: 0,
        sftpSessions: 0,
        framesIn: 0,
        framesOut: 0,
        bytesIn: 0,
        bytesOut: 0,
    };
    private readonly methods: Record<string, number> = {};
    private readonly exchanges = { open: 0, batch: 0 };
    private readonly metered: MeteredCall[] = [];

    count(what: Count, by = 1): void {
        this.counts[what] += by;
    }

    authentication(method: string): void {
        this.methods[method] = (this.methods[method] ?? 0) + 1;
    }

    exchange(kind: "open" | "batch"): void {
        this.exchanges[kind] += 1;
    }

    call(cmd: string, par: Readonly<Record<string, unknown>>, ok: boolean, effect: boolean, server?: string): void {
        const where = server === undefined ? {} : { server };
        this.metered.push({ cmd, par, kind: changes(cmd) ? "write" : "read", ok, effect, ...where });
    }

    /** What has been counted up to now. */
    mark(): Reading {
        const { counts, methods, exchanges, metered } = this;
        return { ...counts, authentications: { ...methods }, exchanges: { ...exchanges }, calls: [...metered] };
    }

    /** What has been counted since. */
    since(mark: Reading): Reading {
        const now = this.mark();
        const less = (what: Count) => now[what] - mark[what];
        const methods = Object.entries(now.authentications)
            .map(([method, count]) => [method, count - (mark.authentications[method] ?? 0)] as const)
            .filter(([, count]) => count > 0);
        return {
            connections: less("connections"),
            authentications: Object.fromEntries(methods),
            channels: less("channels"),
            sftpSessions: less("sftpSessions"),
            exchanges: {
                open: now.exchanges.open - mark.exchanges.open,
                batch: now.exchanges.batch - mark.exchanges.batch,
            },
            framesIn: less("framesIn"),
            framesOut: less("framesOut"),
            bytesIn: less("bytesIn"),
            bytesOut: less("bytesOut"),
            calls: now.calls.slice(mark.calls.length),
        };
    }
}

function changes(cmd: string): boolean {
    return isWrite(cmd) && !/^(?:status|reg get|machine)\b/.test(cmd);
}

/** Write calls of a reading, also the refused ones. */
export function writes(reading: Reading): readonly MeteredCall[] {
    return reading.calls.filter(({ kind }) => kind === "write");
}

export function reads(reading: Reading): readonly MeteredCall[] {
    return reading.calls.filter(({ kind }) => kind === "read");
}

/** Calls per cmdlet. */
export function byCmdlet(reading: Reading): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { cmd } of reading.calls) counts[cmd] = (counts[cmd] ?? 0) + 1;
    return counts;
}
