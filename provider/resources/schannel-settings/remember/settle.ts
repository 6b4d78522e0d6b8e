import type { CallResult } from "../../../session/frames";
import type { WriteAnswer } from "../../../session/pool/pool";
import { type Change, callsFor } from "../plan/changes";
import type { SettingsPlan } from "../plan/plan";
import { isNeverOurs } from "../reading/keys";
import type { Live } from "../reading/live";
import { type Machine, machineOf } from "../reading/machine";
import { type KeyPlace, keyFrom, keyId } from "../registry/place";
import type { Kept } from "./bookkeeping";
import { type Failure, failureOf } from "./refused-calls";
import { reunited } from "./reunited";

export interface Settled {
    readonly kept: Kept;
    /** Changes that were refused, or read back as something else. */
    readonly failures: readonly Failure[];
    /** How many calls were not sent, because one before them failed. */
    readonly skipped: number;
}

/**
 * What is remembered after a write: from its answer (undefined: it was lost), and from what was read after it
 * (undefined: nobody could).
 */
export function settle(
    plan: SettingsPlan,
    before: Kept,
    answer: WriteAnswer | undefined,
    live: Live | undefined,
): Settled {
    const machine = machineOf(answer?.readBack) ?? live?.machine;
    const after = { ...plan.after, pending: timed(plan, machine) };
    if (answer === undefined) {
        return { kept: reunited(before, after, plan.changes, [], live), failures: [], skipped: 0 };
    }
    let next = 0;
    const answers = plan.changes.map((change) => {
        const from = next;
        next += callsFor(change).length;
        return { change, results: answer.results.slice(from, next) };
    });
    const unsent = answers
        .filter(({ results }) => results.length > 0 && results.every(wasSkipped))
        .map(({ change }) => change);
    const failures = answers
        .filter(({ change }) => !unsent.includes(change))
        .flatMap(({ change, results }) => failureOf(change, results) ?? []);
    const made = answers.flatMap(({ change, results }) => results.flatMap((result) => madeBy(change, result)));
    const failed = failures.map(({ change }) => change);
    const known = { ...after, createdKeys: confirmed(after, before, made, failed) };
    return {
        kept: reunited(before, known, failed, unsent, live),
        failures,
        skipped: answer.results.filter(wasSkipped).length,
    };
}

function wasSkipped(result: CallResult): boolean {
    return "skipped" in result;
}

function madeBy(change: Change, result: CallResult): readonly KeyPlace[] {
    if (change.what !== "value" || "skipped" in result || !result.ok) return [];
    const made = result.out[0]?.CreatedKeys;
    const paths = Array.isArray(made) ? made : typeof made === "string" ? [made] : [];
    return paths.flatMap((path) => (typeof path === "string" ? [keyFrom(path, change.place.view)] : []));
}

/**
 * Keys of before, and those that the server says it made: one that came in between is somebody else's. A call that
 * failed says nothing, and may have made the keys of its value all the same.
 */
function confirmed(
    after: Kept,
    before: Kept,
    told: readonly KeyPlace[],
    failed: readonly Change[],
): Kept["createdKeys"] {
    const known = new Set(before.createdKeys.map(keyId));
    const mayBe = (key: KeyPlace) =>
        failed.some((change) => change.what === "value" && `${keyId(change.place)}\\`.startsWith(`${keyId(key)}\\`));
    const ours = after.createdKeys.filter((key) => known.has(keyId(key)) || mayBe(key));
    const made = told.filter((key) => !isNeverOurs(key));
    return [...new Map([...ours, ...made].map((key) => [keyId(key), key])).values()];
}

/** Changes of this write get the time after it: a start of the machine before that does not count. */
function timed(plan: SettingsPlan, machine: Machine | undefined): Kept["pending"] {
    const written = Math.max(...plan.after.pending.map(({ changed }) => changed), Number.NEGATIVE_INFINITY);
    if (machine === undefined || plan.changes.length === 0) return plan.after.pending;
    return plan.after.pending.map((one) =>
        one.changed === written
            ? { ...one, changed: machine.now, upFor: Math.max(0, machine.now - machine.bootedAt) }
            : one,
    );
}
