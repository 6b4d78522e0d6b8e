import type { Refusal } from "../../../lifecycle/plan/judge";
import type { AgentCall } from "../../../session/frames";
import { ordering } from "../guards/ordering";
import { GUARDS } from "../guards/rules";
import { type Situation, unwrittenFor12, valueChanges } from "../guards/situation";
import { WARNINGS } from "../guards/warnings";
import type { Desired } from "../program/desired";
import type { Live } from "../reading/live";
import { pictureOf } from "../reading/picture";
import { type KeyPlace, keyId, pathOf, placeId } from "../registry/place";
import { activePicture, pictureAfter } from "../remember/after";
import { type Kept, nothingKept } from "../remember/bookkeeping";
import { remember } from "../remember/remember";
import { settingAt } from "../settings";
import type { Exchange } from "../versions/exchange";
import { type Change, carriedOut, changeId, inWords, type KeyChange, type ValueChange } from "./changes";
import { keysToRemove } from "./created-keys";
import { type Differences, givenBack, leftPlaces, released, wantedChanges } from "./differences";
import { inSafeOrder } from "./order";
import { oddNotes, policyRefusals, versionRefusals } from "./refusals";
import { removalOfLookAlikes } from "./repair";

/** What would be done to one server: what preview tells and what up sends. */
export interface SettingsPlan {
    readonly action: "change" | "none";
    readonly changes: readonly Change[];
    /** The changes in words, in the order in which they are written. */
    readonly words: readonly string[];
    readonly calls: readonly AgentCall[];
    readonly refusals: readonly Refusal[];
    /** What the reader should know although nothing is done about it. */
    readonly notes: readonly string[];
    /** Changes that wait for a restart (guard G1), in words. */
    readonly held: readonly string[];
    /** Changes that are left to the next run, because this one may not write them, in words. */
    readonly later: readonly string[];
    /** What is remembered once the calls have been carried out. */
    readonly after: Kept;
}

export interface PlanRequest {
    readonly desired: Desired;
    readonly live: Live;
    /** Undefined for a version that this package does not know: nothing is written then. */
    readonly exchange: Exchange | undefined;
    /** Undefined: nothing was ever written. */
    readonly kept?: Kept | undefined;
    /** `changeId` of what may be written, because a preview told it; absent: everything. */
    readonly only?: ReadonlySet<string> | undefined;
}

/** How a server comes to what is declared: only values that differ, in a safe order, or why not. Pure. */
export function planChange({ desired, live, exchange, kept = nothingKept, only }: PlanRequest): SettingsPlan {
    const picture = pictureOf(live);
    const wanted = wantedChanges(desired, picture);
    const back = givenBack(released(kept, desired), picture);
    const mayWrite = (change: Change) => only?.has(changeId(change)) ?? true;
    const cleaned = (desired.repair ? removalOfLookAlikes(live) : []).filter(mayWrite);
    const found = [...wanted.changes, ...back.changes];
    const all = found.filter(mayWrite);
    const later = found.filter((change) => !mayWrite(change));
    const blocked = [
        ...wanted.refusals,
        ...back.refusals,
        ...versionRefusals(desired, live, exchange, all.length + cleaned.length > 0),
    ];
    const tale = {
        notes: [...wanted.notes, ...back.notes, ...oddNotes(live, desired, all)],
        refusals: blocked,
        later: later.map(inWords),
        mayWrite,
    };
    const waiting = (changes: readonly Change[]) =>
        new Set([...[...changes, ...later].map(changeId), ...leftPlaces(desired)]);
    if (live.windows === undefined || exchange === undefined || live.machine === undefined) {
        return plan(desired, live, kept, all, cleaned, waiting([]), tale);
    }
    const situation = {
        computer: live.machine.computer,
        windows: live.windows,
        exchange,
        before: picture,
        after: pictureAfter(picture, all),
        active: activePicture(picture, kept, live),
        unwritten: unwrittenFor12(picture, kept),
        changes: all,
    };
    const judged = judge(situation, desired);
    const held = all.filter((change) => change.what === "value" && isHeld(change, judged.waiting));
    const rest = all.filter((change) => !held.includes(change));
    const told = { ...situation, changes: rest, after: pictureAfter(picture, rest) };
    const warnings = rest.length === 0 ? [] : WARNINGS.flatMap((warning) => warning(told));
    return plan(desired, live, kept, rest, cleaned, waiting(held), {
        ...tale,
        notes: [...judged.notes, ...warnings, ...tale.notes],
        refusals: [...blocked, ...policyRefusals(desired, situation.after), ...judged.refusals],
        held: held.map(inWords),
    });
}

/** Nobody's setting, so nobody puts it back. */
function forGood(cleaned: readonly Change[]): readonly string[] {
    const keys = cleaned.flatMap((change) => (change.what === "key" ? [pathOf(change.place)] : []));
    return keys.length === 0 ? [] : [`repair removes for good, destroy does not put back: ${keys.join(", ")}`];
}

function isWithin(id: string, key: KeyPlace): boolean {
    return [":", "\\"].some((end) => id.startsWith(`${keyId(key)}${end}`));
}

interface Tale {
    readonly notes: readonly string[];
    readonly refusals: readonly Refusal[];
    readonly held?: readonly string[];
    readonly later: readonly string[];
    readonly mayWrite: (change: Change) => boolean;
}

function plan(
    desired: Desired,
    live: Live,
    kept: Kept,
    main: Differences["changes"],
    cleaned: readonly (ValueChange | KeyChange)[],
    heldIds: ReadonlySet<string>,
    { notes, refusals, held = [], later, mayWrite }: Tale,
): SettingsPlan {
    const emptied = keysToRemove(live, kept.createdKeys, valueChanges(main)).filter(
        (change) => mayWrite(change) && !leftPlaces(desired).some((id) => isWithin(id, change.place)),
    );
    const wanted = inSafeOrder([...main, ...cleaned, ...emptied]);
    const changes = refusals.length > 0 ? [] : wanted;
    return {
        ...carriedOut(changes),
        words: wanted.map(inWords),
        refusals,
        notes: [...new Set([...notes, ...forGood(cleaned)])],
        held,
        later,
        after: refusals.length > 0 ? kept : remember(kept, desired, live, changes, heldIds),
    };
}

function judge(situation: Situation, { force }: Desired) {
    const refusals: Refusal[] = [];
    const notes: string[] = [];
    const say = (code: string, text: string) => {
        if (force.has(code)) notes.push(`forced: ${text} (${code})`);
        else refusals.push({ code, message: text + lifted(code) });
    };
    const order = ordering(situation);
    if (order.verdict === "refuse") say("G1", order.text);
    const waiting = order.verdict === "wait" && !force.has("G1") ? order.protocols : [];
    if (order.verdict === "wait") notes.push(force.has("G1") ? `forced: ${order.forced} (G1)` : `${order.text} (G1)`);
    if (order.verdict === "go" && order.notChecked !== undefined) notes.push(`${order.notChecked} (G1)`);
    for (const { code, find } of GUARDS) for (const text of find(situation)) say(code, text);
    return { refusals, notes, waiting };
}

function lifted(code: string): string {
    return code === "G7" || code === "G8" ? ` (${code})` : `, or declare force: ["${code}"] (${code})`;
}

function isHeld(change: ValueChange, protocols: readonly string[]): boolean {
    const path = settingAt(placeId(change.place))?.setting.path ?? [];
    return path[0] === "protocols" && protocols.includes(path[1] ?? "");
}
