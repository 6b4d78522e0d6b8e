import type { CallResult } from "../../../session/frames";

/** The computer and its own clock. */
export interface Machine {
    readonly computer: string;
    /** Milliseconds since 1970 by the machine's clock. */
    readonly bootedAt: number;
    readonly now: number;
}

/** What a machine call answered; undefined where that is no answer. */
export function machineOf(result: CallResult | undefined): Machine | undefined {
    if (result === undefined || "skipped" in result || !result.ok) return undefined;
    const [{ Computer, LastBootUpTime, Now } = {}] = result.out;
    const bootedAt = typeof LastBootUpTime === "string" ? Date.parse(LastBootUpTime) : Number.NaN;
    const now = typeof Now === "string" ? Date.parse(Now) : Number.NaN;
    if (Number.isNaN(bootedAt) || Number.isNaN(now)) return undefined;
    return { computer: typeof Computer === "string" ? Computer : "", bootedAt, now };
}
