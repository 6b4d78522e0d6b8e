import type { KeyPlace, Place } from "../registry/place";
import type { Raw } from "../registry/raw";
import type { ListName } from "../settings/policy-lists";

/** A value that is ours: what it was before us, byte for byte, and what we left there. `null`: absent. */
export interface KeptValue extends Place {
    readonly was: Raw | null;
    readonly wrote: Raw | null;
}

export interface KeptList {
    readonly list: ListName;
    readonly was: readonly string[];
    readonly wrote: readonly string[];
}

/** A change that the running system does not use yet. */
export interface Pending {
    /** `placeId` of the value, or the name of the list. */
    readonly id: string;
    /** First and last change since the machine started, milliseconds since 1970 by its own clock. */
    readonly since: number;
    readonly changed: number;
    /** How long the machine had been up at the last change, in milliseconds. */
    readonly upFor: number;
    /** What the running system uses, as far as we know; a list as a MultiString. */
    readonly active: Raw | null;
}

/** What a resource remembers of its own doing. Plain data; kept in hidden outputs. */
export interface Kept {
    readonly values: readonly KeptValue[];
    readonly lists: readonly KeptList[];
    /** Keys that a write of ours made, outermost first. */
    readonly createdKeys: readonly KeyPlace[];
    readonly pending: readonly Pending[];
    /** Look-alike keys that `repair` removed, for good. */
    readonly repaired?: readonly KeyPlace[];
}

export const nothingKept: Kept = { values: [], lists: [], createdKeys: [], pending: [] };
