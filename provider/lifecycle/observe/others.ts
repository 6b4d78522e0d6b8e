import type { Canonical } from "../../values/value-type";
import type { Live } from "./live";

/**
 * What other resources of the same run declare: it is not taken away, although this resource once made it. Otherwise a
 * resource that was renamed in the program, or an entry that moved to another resource, would first be found and then
 * removed. Each answer names the resource.
 */
export interface Others {
    /** Who declares the object of this name, of this server where it belongs to one. */
    object(name: string, server: string | undefined): string | undefined;
    /** Who declares this entry of a list of the same object. */
    entry(live: Live, field: string, entry: Canonical): string | undefined;
    /** Who declares a list as it is to be as a whole. */
    whole(field: string): string | undefined;
}

export const nobody: Others = { object: () => undefined, entry: () => undefined, whole: () => undefined };
