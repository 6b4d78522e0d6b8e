import type { Clock } from "../clock.js";
import type { Machine } from "../windows/machine.js";
import type { CallOutcome } from "./outcome.js";
import { wireValue } from "./projection.js";

/** Times in .NET's round-trip form. */
export function tellBoot({ computer, lastBoot }: Machine, clock: Clock): CallOutcome {
    const out = [{ Computer: computer, LastBootUpTime: wireValue(lastBoot), Now: wireValue(clock.now()) }];
    return { error: null, out, effect: false };
}
