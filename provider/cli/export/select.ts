import { type Live, titleOf } from "../../lifecycle/observe/live";
import type { Kind } from "../../resources/kind";
import { shortServerName } from "../../values/server-name";
import { ExportRefusedError } from "./errors";
import type { Selection } from "./request";

/** One object with its kind. */
export interface Found {
    readonly kind: Kind;
    readonly live: Live;
}

/** The objects that are meant; refuses the whole when a name means none. */
export function selected(found: readonly Found[], { connectors, servers, builtIn }: Selection): readonly Found[] {
    const names = connectors.map((name) => name.toLowerCase());
    const places = servers.map((server) => shortServerName(server) ?? server.toUpperCase());
    const isNamed = ({ live }: Found) => namesOf(live).some((name) => names.includes(name));
    const isThere = ({ live: { server } }: Found) => server === undefined || places.includes(server);
    const isMeant = (one: Found) =>
        (names.length === 0 || !isConnector(one) || isNamed(one)) && (places.length === 0 || isThere(one));

    const wrong = connectors.filter((_, at) => !found.some(({ live }) => namesOf(live).includes(names[at] ?? "")));
    if (wrong.length > 0) throw nothingCalled(wrong, found.filter(isConnector));
    const empty = servers.filter((_, at) => !found.some(({ live }) => live.server === places[at]));
    if (empty.length > 0) throw nothingOn(empty, found);
    return found.filter((one) => isMeant(one) && (builtIn || isNamed(one) || !isBuiltIn(one)));
}

/** Connectors that were passed over because Exchange made them. */
export function passedOver(found: readonly Found[], taken: readonly Found[]): number {
    return found.filter((one) => isBuiltIn(one) && !taken.includes(one)).length;
}

function namesOf({ name, server }: Live): readonly string[] {
    const own = name.toLowerCase();
    return server === undefined ? [own] : [own, `${server.toLowerCase()}\\${own}`];
}

function isConnector({ kind }: Found): boolean {
    return kind.cmdlets.create !== undefined;
}

function isBuiltIn({ kind, live }: Found): boolean {
    return kind.isBuiltIn(live.name, live.server);
}

function nothingCalled(names: readonly string[], there: readonly Found[]): ExportRefusedError {
    const titles = there.map(({ kind, live }) => titleOf(kind, live)).join(", ");
    return new ExportRefusedError({
        step: "choosing the connectors",
        answer: `no connector is called ${names.map((name) => `'${name}'`).join(", ")}; there are ${titles || "none"}`,
        hint: "Correct the name, then run again; nothing was written",
    });
}

function nothingOn(servers: readonly string[], found: readonly Found[]): ExportRefusedError {
    const places = [...new Set(found.flatMap(({ live: { server } }) => server ?? []))].sort();
    return new ExportRefusedError({
        step: "choosing the servers",
        answer: `no receive connector stands on ${servers.join(", ")}; there are some on ${places.join(", ") || "none"}`,
        hint: "Correct the name, then run again; nothing was written",
    });
}
