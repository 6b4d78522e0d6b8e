/** Most that one server may be given, in seconds. */
export const MOST_TIMEOUT_S = 3600;

export function isTimeout(seconds: number): boolean {
    return Number.isInteger(seconds) && seconds >= 1 && seconds <= MOST_TIMEOUT_S;
}
