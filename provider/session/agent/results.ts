import type { CallResult } from "../frames";

/** The results of a batch of `count` calls, or undefined when that is not what these are. */
export function readResults(value: unknown, count: number): readonly CallResult[] | undefined {
    return Array.isArray(value) && value.length === count && value.every(isResult) ? value : undefined;
}

function isResult(value: unknown): value is CallResult {
    if (!isRecord(value)) {
        return false;
    }
    if (value.ok === true) {
        return Array.isArray(value.out) && value.out.every(isRecord) && Array.isArray(value.warnings);
    }
    if (value.ok === false) {
        const error = value.error;
        return isRecord(error) && typeof error.code === "string" && typeof error.message === "string";
    }
    return value.skipped === true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The call was cut off while it ran: what it has done is unknown. */
export function wasStopped(result: CallResult): boolean {
    return "ok" in result && !result.ok && result.error.code === "Stopped";
}
