import type { Machine } from "../reading/machine";
import type { Raw } from "../registry/raw";
import type { Kept, Pending } from "./bookkeeping";

/** By how much a boot time may wander without a boot: Windows works it out from the clock, which is kept right. */
const JITTER_MS = 60_000;

/**
 * Whether the machine has started since a change. Both times are the machine's own; a boot time that only wandered is the
 * same boot, also where that brings it past the change. Where the clock was set meanwhile, a shorter time since the boot
 * still tells one, and doubt means no.
 */
export function startedSince({ changed, upFor }: Pending, { bootedAt, now }: Machine): boolean {
    if (bootedAt > now) return false;
    const isSameBoot = Math.abs(bootedAt - (changed - upFor)) <= JITTER_MS;
    return !isSameBoot && (bootedAt > changed || now - bootedAt < upFor - JITTER_MS);
}

/** What stays remembered: a start that was seen once is not doubted again when the time since it has grown. */
export function withoutStarted(kept: Kept, machine: Machine | undefined): Kept {
    return { ...kept, pending: stillPending(kept, machine) };
}

/** Changes that the running system does not use yet; all of them where the boot time is not known. */
export function stillPending(kept: Kept, machine: Machine | undefined): readonly Pending[] {
    return machine === undefined ? kept.pending : kept.pending.filter((one) => !startedSince(one, machine));
}

/** What is outstanding once `changes` have been written at the machine's time `now`. */
export function pendingAfter(
    outstanding: readonly Pending[],
    changes: readonly { readonly id: string; readonly from: Raw | null }[],
    { now, bootedAt }: Machine,
): readonly Pending[] {
    const ids = new Set(changes.map(({ id }) => id));
    const added = changes.map(({ id, from }): Pending => {
        const before = outstanding.find((one) => one.id === id);
        const upFor = Math.max(0, now - bootedAt);
        return { id, since: before?.since ?? now, changed: now, upFor, active: before ? before.active : from };
    });
    return [...outstanding.filter(({ id }) => !ids.has(id)), ...added];
}

/** When a restart became due; undefined where none is. Nothing restarts a machine unasked. */
export function pendingSince(pending: readonly Pending[]): number | undefined {
    return pending.length === 0 ? undefined : Math.min(...pending.map(({ since }) => since));
}
