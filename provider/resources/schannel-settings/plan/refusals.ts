import type { Refusal } from "../../../lifecycle/plan/judge";
import { valueChanges } from "../guards/situation";
import { type Desired, UNKNOWN } from "../program/desired";
import type { Live } from "../reading/live";
import type { Picture } from "../reading/picture";
import { placeId } from "../registry/place";
import { localPlace } from "../settings/policy-lists";
import { oddities } from "../tell/oddities";
import type { Exchange } from "../versions/exchange";
import type { Change } from "./changes";

/** What this server cannot do, and what nobody may write where its version is not known. */
export function versionRefusals(
    desired: Desired,
    live: Live,
    exchange: Exchange | undefined,
    writes: boolean,
): Refusal[] {
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
    if (machine === undefined) {
        // It names the machine as well.
        const text =
            "the time of the last start could not be read, so nothing is known of this machine, and nothing is written";
        refusals.push(refusal("Unreadable", text));
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
                "the version of Exchange on this machine is not known to this package, so nothing is written there; where the Exchange session is with another server, name this one in connection.exchange.server",
            ),
        );
    }
    return refusals;
}

/** G7: where policy names a list, the cmdlets cannot change what counts (section 4). */
export function policyRefusals({ lists }: Desired, after: Picture): Refusal[] {
    return lists
        .filter(({ list }) => after.policy(list) !== undefined)
        .map(({ list }) => {
            const message = `group policy's list overrides the local ${list}: declare ${list} with scope: "policy", or take it out of the policy first (G7)`;
            return { code: "G7", message };
        });
}

/** Odd values that are ours to manage and stay, and look-alikes, which concern everybody. */
export function oddNotes(
    live: Live,
    { settings, lists, repair }: Desired,
    changes: readonly Change[],
): readonly string[] {
    const changed = new Set(valueChanges(changes).map(({ place }) => placeId(place)));
    const ours = new Set([
        ...settings.flatMap(({ setting }) => setting.values.map(({ place }) => placeId(place))),
        ...lists.map(({ list }) => placeId(localPlace(list))),
    ]);
    return oddities(live)
        .filter(({ id, repairable }) => (id === undefined || ours.has(id)) && !(repair && repairable))
        .filter(({ id }) => id === undefined || !changed.has(id))
        .map(({ text, repairable }) => (repairable ? `${text}; repair: true puts it right` : text));
}
