import type { Chance } from "../chance.js";
import type { Clock } from "../clock.js";
import type { Organisation } from "../model/organisation.js";
import { isWithin, type Product, type Versions } from "../model/product.js";
import type { Server } from "../model/server.js";
import type { Switches } from "../switches.js";

/** Where a cmdlet runs. */
export interface CmdletContext {
    readonly organisation: Organisation;
    /** The server that the session reached. */
    readonly server: Server;
    readonly clock: Clock;
    readonly chance: Chance;
    readonly switches: Readonly<Switches>;
    /** Local sessions (snap-in) write error ids without the bracketed origin. */
    readonly session: "remote" | "local";
    readonly directoryReachable: boolean;
    readonly runspaceId: string;
    /** Another administrator at a console of the first domain controller, with every right. */
    readonly byHand?: true;
}

/** A property of a returned object; everything but scalars, dates and lists is already the text it prints as. */
export type LiveValue = null | boolean | number | string | Date | readonly string[];
export type LiveObject = Readonly<Record<string, LiveValue>>;

/** Without the properties that a server of this version does not know. */
export function restrictedTo(
    product: Product,
    object: LiveObject,
    known: Readonly<Record<string, Versions>>,
): LiveObject {
    const entries = Object.entries(object).filter(([name]) => {
        const { since = "2007", until = "SE" } = known[name] ?? {};
        return isWithin(product, since, until);
    });
    return Object.fromEntries(entries);
}

/** What a cmdlet leaves in the pipeline, and whether it changed the organisation. */
export interface TaskResult {
    readonly objects: readonly LiveObject[];
    readonly warnings: readonly string[];
    readonly changed: boolean;
}

export function readResult(objects: readonly LiveObject[]): TaskResult {
    return { objects, warnings: [], changed: false };
}

/** W-1. */
export function nothingChanged(identity: string): TaskResult {
    const warning = `The command completed successfully but no settings of '${identity}' have been modified.`;
    return { objects: [], warnings: [warning], changed: false };
}
