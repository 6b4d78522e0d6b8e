import { valueChanges } from "../guards/situation";
import type { Live } from "../reading/live";
import { pictureOf } from "../reading/picture";
import { pathOf, placeId } from "../registry/place";
import { pictureAfter } from "../remember/after";
import { type Kept, nothingKept } from "../remember/bookkeeping";
import { settingAt } from "../settings";
import { OLD_PROTOCOLS, type Protocol, ROLES } from "../settings/names";
import { effectOf, isOn } from "../tell/effective";
import { type Change, carriedOut } from "./changes";
import { keysToRemove } from "./created-keys";
import { givenBack } from "./differences";
import { inSafeOrder } from "./order";
import type { SettingsPlan } from "./plan";
import { staying } from "./staying";

const TLS = ["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"] as const satisfies readonly Protocol[];

/**
 * What destroy does: each value that we wrote goes back to what it was, byte for byte, unless somebody changed it since;
 * keys that we made go once they are empty. Also on versions that this package does not know: it wrote there before.
 */
export function planRemoval(kept: Kept, live: Live): SettingsPlan {
    const picture = pictureOf(live);
    const { changes: back, refusals, notes } = givenBack(kept, picture);
    const nothing = refusals.length > 0;
    const after = pictureAfter(picture, back);
    const { windows } = live;
    const effects = (protocol: Protocol, when: typeof picture) =>
        windows === undefined ? [] : ROLES.map((role) => effectOf(windows, protocol, role, when));
    const wouldEnd =
        windows !== undefined &&
        ROLES.some((_, role) => {
            const on = (when: typeof picture) => TLS.some((protocol) => isOn(effects(protocol, when)[role] ?? "off"));
            return on(picture) && !on(after);
        });
    const main = wouldEnd ? back.filter((change) => !isProtocol(change, "TLS 1.2")) : back;
    const end = wouldEnd ? ["TLS 1.2 stays as it is: with the previous values nothing would be left switched on"] : [];
    const returning = OLD_PROTOCOLS.filter((protocol) =>
        effects(protocol, after).some(
            (effect, role) => isOn(effect) && !isOn(effects(protocol, picture)[role] ?? "off"),
        ),
    );
    const told = [
        ...returning.map((protocol) => `${protocol} is switched on again, as it was before`),
        ...(main.length > 0 ? [`what goes back is used by the system from the next start of the machine on`] : []),
    ];
    const changes = nothing ? [] : inSafeOrder([...main, ...keysToRemove(live, kept.createdKeys, valueChanges(main))]);
    return {
        ...carriedOut(changes),
        refusals,
        notes: [...notes, ...end, ...(nothing ? [] : told)],
        held: [],
        later: [],
        after: nothing ? kept : nothingKept,
    };
}

function isProtocol(change: Change, protocol: Protocol): boolean {
    if (change.what !== "value") return false;
    const path = settingAt(placeId(change.place))?.setting.path;
    return path?.[0] === "protocols" && path[1] === protocol;
}

/**
 * The output `onDestroy`: what destroy would do now, because the engine tells the provider of none in a preview. Values
 * and lists that go back, keys that go, and what stays because it is not ours any more.
 */
export function onDestroy(kept: Kept, live: Live): readonly string[] {
    const { refusals, words, changes } = planRemoval(kept, live);
    const lines = [
        ...refusals.map(({ message }) => `is refused: ${message}`),
        ...removalInWords(words),
        ...(refusals.length > 0 ? [] : staying(kept, live, changes)),
        ...(kept.repaired ?? []).map((key) => `${pathOf(key)}: stays removed, as repair left it`),
    ];
    // The engine hands lists back as they were, and one that only moved shows as a change.
    return lines.sort();
}

/** Lines of a plan for a removal, as `onDestroy` says them. */
export function removalInWords(words: readonly string[]): readonly string[] {
    return words.map((line) => line.replace(/ \((?:given back|made by us)\)$/, ""));
}
