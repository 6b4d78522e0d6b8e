import type { Refusal } from "../../lifecycle/judge";
import type { AgentCall } from "../../session/frames";
import { type Kept, nothingKept } from "./bookkeeping";
import { type Change, callsFor, inWords, type KeyChange, type ValueChange } from "./changes";
import { keysToRemove } from "./created-keys";
import { type Desired, UNKNOWN } from "./desired";
import { type Differences, givenBack, released, wantedChanges } from "./differences";
import { ordering } from "./guards/ordering";
import { GUARDS } from "./guards/rules";
import { type Situation, valueChanges } from "./guards/situation";
import { WARNINGS } from "./guards/warnings";
import { oddities } from "./oddities";
import { inSafeOrder } from "./order";
import { overlaid, type Picture, pictureOf } from "./picture";
import type { Live } from "./reading/live";
import { stillPending } from "./reboot";
import { placeId } from "./registry/place";
import { remember } from "./remember";
import { removalOfLookAlikes } from "./repair";
import { settingAt } from "./settings";
import { localPlace } from "./settings/policy-lists";
import type { Exchange } from "./versions/exchange";

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
}

/** How a server comes to what is declared: only values that differ, in a safe order, or why not. Pure. */
export function planChange({ desired, live, exchange, kept = nothingKept }: PlanRequest): SettingsPlan {
    const picture = pictureOf(live);
    const wanted = wantedChanges(desired, picture);
    const back = givenBack(released(kept, desired), picture);
    const cleaned = desired.repair ? removalOfLookAlikes(live) : [];
    const all = [...wanted.changes, ...back.changes];
    const blocked = [
        ...wanted.refusals,
        ...back.refusals,
        ...versionRefusals(desired, live, exchange, all.length + cleaned.length > 0),
    ];
    const tale = { notes: [...back.notes, ...oddNotes(live, desired)], refusals: blocked };
    if (live.windows === undefined || exchange === undefined || live.machine === undefined) {
        return plan(desired, live, kept, all, cleaned, new Set(), tale);
    }
    const situation = {
        computer: live.machine.computer,
        windows: live.windows,
        exchange,
        before: picture,
        after: pictureAfter(picture, all),
        active: activePicture(picture, kept, live),
        changes: all,
    };
    const judged = judge(situation, desired);
    const held = all.filter((change) => change.what === "value" && isHeld(change, judged.waiting));
    const rest = all.filter((change) => !held.includes(change));
    const told = { ...situation, changes: rest, after: pictureAfter(picture, rest) };
    const warnings = rest.length === 0 ? [] : WARNINGS.flatMap((warning) => warning(told));
    return plan(desired, live, kept, rest, cleaned, new Set(valueChanges(held).map(({ place }) => placeId(place))), {
        notes: [...judged.notes, ...warnings, ...tale.notes],
        refusals: [...blocked, ...policyRefusals(desired, situation.after), ...judged.refusals],
        held: held.map(inWords),
    });
}

interface Tale {
    readonly notes: readonly string[];
    readonly refusals: readonly Refusal[];
    readonly held?: readonly string[];
}

function plan(
    desired: Desired,
    live: Live,
    kept: Kept,
    main: Differences["changes"],
    cleaned: readonly (ValueChange | KeyChange)[],
    heldIds: ReadonlySet<string>,
    { notes, refusals, held = [] }: Tale,
): SettingsPlan {
    const emptied = keysToRemove(live, kept.createdKeys, valueChanges(main));
    const changes = refusals.length > 0 ? [] : inSafeOrder([...main, ...cleaned, ...emptied]);
    const listed = refusals.length > 0 ? inSafeOrder([...main, ...cleaned, ...emptied]) : changes;
    return {
        action: changes.length === 0 ? "none" : "change",
        changes,
        words: listed.map(inWords),
        calls: changes.flatMap(callsFor),
        refusals,
        notes: [...new Set(notes)],
        held,
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
    if (order.verdict === "wait") notes.push(`${force.has("G1") ? "forced, although: " : ""}${order.text} (G1)`);
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

/** The server's values once `changes` are written. */
export function pictureAfter(picture: Picture, changes: readonly Change[]): Picture {
    const values = valueChanges(changes).map(({ place, to }) => ({ place, raw: to }));
    const lists = changes.flatMap((change) => (change.what === "list" ? [[change.list, change.to] as const] : []));
    return overlaid(picture, values, Object.fromEntries(lists));
}

/** The server's values as the running system took them at its last start, as far as we changed them. */
export function activePicture(picture: Picture, kept: Kept, live: Live): Picture {
    const pending = stillPending(kept, live.machine);
    const values = pending.flatMap(({ id, active }) => {
        const place = settingAt(id)?.row.place;
        return place === undefined ? [] : [{ place, raw: active }];
    });
    const lists = pending.flatMap(({ id, active }) =>
        settingAt(id) === undefined && Array.isArray(active?.data) ? [[id, active.data] as const] : [],
    );
    return overlaid(picture, values, Object.fromEntries(lists));
}

function versionRefusals(desired: Desired, live: Live, exchange: Exchange | undefined, writes: boolean): Refusal[] {
    const refusal = (code: string, message: string): Refusal => ({ code, message });
    const refusals: Refusal[] = [];
    if (typeof desired.noBaseline === "string") refusals.push(refusal("Version", desired.noBaseline));
    const { windows, build, machine } = live;
    if (windows?.cmdlets === false) {
        const suites = desired.lists.some(({ list }) => list === "cipherSuites");
        const curves = [
            ...desired.lists.map(({ list }) => list),
            ...desired.settings.map(({ setting }) => setting.path[0]),
        ];
        if (suites) {
            const text = `${windows.name} has no cmdlets for cipher suites: declare cipherSuites with scope: "policy"`;
            refusals.push(refusal("Version", text));
        }
        if (curves.includes("curves")) {
            const text = `${windows.name} has no order of curves, its suites' names carry them: leave curves out`;
            refusals.push(refusal("Version", text));
        }
    }
    if (!writes && desired.noBaseline !== UNKNOWN) return refusals;
    if (build === undefined)
        refusals.push(refusal("Unreadable", "the build of Windows could not be read, so nothing is written"));
    else if (windows === undefined) {
        refusals.push(
            refusal("Version", `this package does not know Windows build ${build}, so nothing is written there`),
        );
    }
    if (exchange === undefined) {
        refusals.push(
            refusal(
                "Version",
                "this package does not know the server's version of Exchange, so nothing is written there",
            ),
        );
    }
    if (machine === undefined) {
        refusals.push(refusal("Unreadable", "the time of the last start could not be read, so nothing is written"));
    }
    return refusals;
}

/** G7: where policy names a list, the cmdlets cannot change what counts (section 4). */
function policyRefusals({ lists }: Desired, after: Picture): Refusal[] {
    return lists
        .filter(({ list }) => after.policy(list) !== undefined)
        .map(({ list }) => {
            const message = `group policy's list overrides the local ${list}: declare ${list} with scope: "policy", or take it out of the policy first (G7)`;
            return { code: "G7", message };
        });
}

/** Odd values that are ours to manage, and look-alikes, which concern everybody. */
function oddNotes(live: Live, { settings, lists, repair }: Desired): readonly string[] {
    const ours = new Set([
        ...settings.flatMap(({ setting }) => setting.values.map(({ place }) => placeId(place))),
        ...lists.map(({ list }) => placeId(localPlace(list))),
    ]);
    return oddities(live)
        .filter(({ id, repairable }) => (id === undefined || ours.has(id)) && !(repair && repairable))
        .map(({ text, repairable }) => (repairable ? `${text}; repair: true puts it right` : text));
}
