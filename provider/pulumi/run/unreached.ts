import type { ExchangeTlsError } from "../../errors";
import { UnreachableError } from "../../session/errors";
import { nameOf, partsOf } from "../engine/urn";
import { isUnreached } from "../failures";
import { ConfigError, NAMESPACE, variableOf } from "./run-config";

/** Why nobody was there, if that is why: a server that answers and refuses us is another matter. */
export function nobodyThere(error: unknown): UnreachableError | undefined {
    return error instanceof UnreachableError && !error.isOpen ? error : undefined;
}

/** Told once for each connection of a run: new resources can be looked at all the same. */
export function withoutServer({ facts }: UnreachableError): string {
    return `${facts.server} cannot be reached (${facts.answer}): new resources there are checked without it, and up will need it`;
}

/**
 * What helps where a resource that exists cannot be compared, in a preview and in a run that writes. The variable, because
 * a refresh does not see what the stack's configuration says since the last update.
 */
export function waysOut(urn: string): string {
    const pattern = `'**::${nameOf(urn)}'`;
    return ` Nothing was compared. A runner without access previews with ${variableOf("offline")}=true (${NAMESPACE}:offline); to go on without this server, leave out each of its resources (--exclude ${pattern}); if it is gone for good: pulumi state delete.`;
}

/** Resources that told of a failed attempt to connect, or of a wrong configuration, which others share. */
const tellers = new WeakMap<ExchangeTlsError, string>();

/** The short form for all resources but the first one. */
export function toldBefore(error: unknown, urn: string): string | undefined {
    if (!isUnreached(error) && !(error instanceof ConfigError)) return undefined;
    const teller = tellers.get(error) ?? urn;
    tellers.set(error, teller);
    if (teller === urn) return undefined;
    const { server, step } = error.facts;
    const where = server === undefined ? "" : ` (${server})`;
    const what = nobodyThere(error) ? `${server} cannot be reached` : `${step}${where} failed`;
    return `nothing was compared or done, because ${what} (see ${kindOf(teller)} '${nameOf(teller)}')`;
}

/** Many resources of a program have the same name. */
function kindOf(urn: string): string {
    return partsOf(urn).types.split(":").at(-1) || "resource";
}
