import type { PinnedSession } from "../../lifecycle/observe/pinned";
import { sectionOf } from "../../lifecycle/observe/snapshot";
import type { Wire } from "../../pulumi/engine/wire";
import { ofThisProcess, type Ways } from "../../pulumi/run/ways";
import type { Kind } from "../../resources/kind";
import { receiveConnector } from "../../resources/receive-connector";
import { sendConnector } from "../../resources/send-connector";
import { transportConfig } from "../../resources/transport-config";
import type { Exported, Harvest, LeftOut } from "./exported";
import type { ExportRequest, KindWord } from "./request";
import { resourceOf } from "./resource-of";
import { type Found, passedOver, selected } from "./select";
import { settingsResource } from "./settings-of";

const KIND_OF: Readonly<Record<KindWord, Kind>> = {
    send: sendConnector,
    receive: receiveConnector,
    lists: transportConfig,
};

/** Reads what is asked for and makes resources of it. Nothing on the servers is changed. */
export async function harvest(
    { selection, everyProperty }: ExportRequest,
    session: PinnedSession,
    connection: Wire,
): Promise<Harvest> {
    // Providers that no engine has configured: they log nothing.
    const ways: Ways = { ...ofThisProcess, session: () => session };
    const found: Found[] = [];
    for (const word of selection.kinds) {
        const kind = KIND_OF[word];
        for (const live of await sectionOf(session, kind)) found.push({ kind, live });
    }
    const taken = selected(found, selection);
    const made: (Exported | LeftOut)[] = [];
    for (const one of taken) made.push(await resourceOf(one, connection, ways, everyProperty));
    const settings = selection.schannel ? await settingsResource(session, connection, ways) : undefined;
    const all = [...made, ...(settings === undefined ? [] : [settings])];
    const isExported = (one: Exported | LeftOut): one is Exported => "outputs" in one;
    return {
        exported: all.filter(isExported).filter(declaresSomething),
        leftOut: all.flatMap((one) => (isExported(one) ? [] : [one])),
        // Who names connectors misses no others.
        passedOver: selection.connectors.length > 0 ? 0 : passedOver(found, taken),
    };
}

/** Lists without entries are nothing to declare. */
function declaresSomething({ program }: Exported): boolean {
    return Object.keys(program).length > 0;
}
