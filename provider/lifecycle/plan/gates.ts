import type { Around, ExchangeServer } from "../../resources/case";
import type { Kind } from "../../resources/kind";
import { called, isWithin, type Release, running } from "../../resources/release";
import { type Refusal, UNKNOWN_VERSION } from "./judge";

/**
 * Refusals by property that a server does not have. The cmdlets are those of the server that the session reached; what a
 * receive connector can do is up to its own server as well.
 */
export function gates(
    kind: Kind,
    names: readonly string[],
    around: Around,
    server: string | undefined,
): ReadonlyMap<string, Refusal> {
    return new Map(concerned(around, server).flatMap((one) => names.flatMap((name) => gate(kind, name, one))));
}

/** The server whose cmdlets answer, and the one that the object belongs to. */
function concerned({ session, servers }: Around, server: string | undefined): readonly ExchangeServer[] {
    const target = servers.find(({ name }) => name === server);
    return target === undefined || target.name === session.name ? [session] : [session, target];
}

function gate(kind: Kind, name: string, { name: server, release, version }: ExchangeServer): [string, Refusal][] {
    const field = kind.fields[name];
    if (field === undefined || release === undefined || isWithin(release, field.since, field.until)) return [];
    const span = field.until === undefined ? `${since(field.since)} or later` : spanOf(field.since, field.until);
    const message = `${name} (${field.parameter}) needs ${span}; ${server} runs ${running(release)} (${version}): leave it out`;
    return [[name, { code: "Version", message }]];
}

function since(release: Release): string {
    return release === "2019" ? "Exchange 2019" : called(release);
}

function spanOf(first: Release, last: Release): string {
    return first === last ? called(first) : `${called(first)} to ${last}`;
}

/** Nothing is written to a server whose version nobody has tried this with. */
export function unknownVersion(around: Around, server: string | undefined): Refusal[] {
    return concerned(around, server)
        .filter(({ release }) => release === undefined)
        .map(({ name, version }) => ({
            code: UNKNOWN_VERSION,
            message: `${name} runs a version that this package does not know (${version || "none shown"}), so nothing is written there`,
        }));
}

/** Whether `@{Add;Remove}` exists: since 2010 SP1 (sheet, 2.4). Before, the list is read and written as a whole. */
export function editsLists(around: Around | undefined): boolean {
    return around?.session.release === undefined || isWithin(around.session.release, "2010 SP1");
}
