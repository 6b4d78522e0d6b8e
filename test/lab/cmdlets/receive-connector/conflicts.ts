import { isWithin } from "../../model/product.js";
import type { ReceiveConnector } from "../../model/receive-connector.js";
import type { Server } from "../../model/server.js";
import { portOf } from "../../values/ip-binding.js";
import { type Bounds, boundsOf, crosses, sameRange } from "../../values/ip-range.js";
import type { CmdletContext } from "../context.js";
import { ruleBroken, TaskFailure } from "../failure.js";
import { connectorsOf, identityOf } from "./find.js";

/** R9 to R11 and R21 against the server's other connectors, whatever this command is about (!). */
export function checkConflicts(after: ReceiveConnector, server: Server, context: CmdletContext): void {
    const others = connectorsOf(server, context.organisation.receiveConnectors).filter(
        ({ guid }) => guid !== after.guid,
    );
    for (const other of others) {
        const shared = after.settings.Bindings.some((binding) => other.settings.Bindings.includes(binding));
        const sameRole = after.settings.TransportRole === other.settings.TransportRole;
        if (!sameRole && (shared || bothOnPort25(after, other, server, context))) throw roleConflict(other);
        if (shared && !distinct(after, other, context)) {
            throw ruleBroken("R9", `Bindings and RemoteIPRanges conflict with ${identityOf(other)}.`);
        }
        if ((shared || context.switches.partialOverlap === "same-server") && partlyOverlap(after, other)) {
            throw ruleBroken("R11", `RemoteIPRanges overlap in part with those of ${identityOf(other)}.`);
        }
    }
}

/** R21 on newer builds: whatever the address, port 25 belongs to the front end where that uses it. */
function bothOnPort25(
    after: ReceiveConnector,
    other: ReceiveConnector,
    { product, isEdge }: Server,
    { switches }: CmdletContext,
): boolean {
    const newer = switches.hubOnPort25 === "by-version" ? isWithin(product, "2019", "SE") : false;
    return newer && !isEdge && onPort25(after) && onPort25(other);
}

function onPort25({ settings }: ReceiveConnector): boolean {
    return settings.Bindings.some((binding) => portOf(binding) === 25);
}

/** R9. Bindings × RemoteIPRanges are unique: read strictly, no single range may be shared. */
function distinct(after: ReceiveConnector, other: ReceiveConnector, { switches }: CmdletContext): boolean {
    const mine = boundsOfAll(after);
    const theirs = boundsOfAll(other);
    const known = (range: Bounds) => theirs.some((their) => sameRange(range, their));
    if (switches.sameBinding === "no-shared-range") return !mine.some(known);
    return !(mine.length === theirs.length && mine.every(known));
}

function partlyOverlap(after: ReceiveConnector, other: ReceiveConnector): boolean {
    const theirs = boundsOfAll(other);
    return boundsOfAll(after).some((range) => theirs.some((their) => crosses(range, their)));
}

function boundsOfAll({ settings }: ReceiveConnector): Bounds[] {
    return settings.RemoteIPRanges.flatMap((text) => boundsOf(text) ?? []);
}

/** E-3. */
function roleConflict(other: ReceiveConnector): TaskFailure {
    const text =
        "The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on " +
        `Receive connector "${identityOf(other)}". Receive connectors assigned to different Transport roles on a ` +
        "single server must listen on unique local IP address & port bindings.";
    return new TaskFailure("ReceiveConnectorRoleConflictException", text);
}
