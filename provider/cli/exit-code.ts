import type { RestartReport } from "./restart/report";

/** Exit codes of `exchange-tls`, as its help lists them. */
export const EXIT = { done: 0, stopped: 1, arguments: 2, refused: 3 } as const;

export function exitCodeOf({ outcome }: RestartReport): number {
    return EXIT[outcome];
}
