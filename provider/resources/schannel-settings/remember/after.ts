import { valueChanges } from "../guards/situation";
import type { Change } from "../plan/changes";
import type { Live } from "../reading/live";
import { overlaid, type Picture } from "../reading/picture";
import { settingAt } from "../settings";
import type { Kept } from "./bookkeeping";
import { stillPending } from "./reboot";

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
