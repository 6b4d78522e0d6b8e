import type { Field } from "../resources/field";
import type { Kind } from "../resources/kind";

/** `Exchange 2013 and later`, `Exchange 2010 only`, `Exchange 2007 to 2010 only`. */
export function versionsOf({ since, until }: Field): string {
    if (until === undefined) return `Exchange ${since} and later`;
    const [first, last] = [since, until].map((release) => release.replace(" SP1", ""));
    return first === last ? `Exchange ${first} only` : `Exchange ${since} to ${last} only`;
}

/** The cmdlets that write the field. */
export function cmdletsOf({ only }: Field, { cmdlets: { create, change } }: Kind): readonly string[] {
    return [only === "Set" ? undefined : create, only === "New" ? undefined : change].filter(
        (one) => one !== undefined,
    );
}

/** The TypeScript type of the value; of a set, of one entry. */
export function typeOf({ flags, type }: Field): string {
    return (flags ?? type).typescript;
}

/** What a change means where it is not simply compared and written. */
export function writingOf(name: string, { only, readable }: Field, { perServer, cmdlets }: Kind): readonly string[] {
    if (only === "New") {
        const place = perServer && name === "server";
        return [
            place
                ? "A change replaces the object: it cannot move."
                : "Used when the object is created; a change later is not written.",
        ];
    }
    return [
        ...(only === "Set" ? [`Written with ${cmdlets.change} after the object was created.`] : []),
        ...(readable === false ? ["Cannot be read back, so a change made on the server is not noticed."] : []),
    ];
}

/** How much the field matters to TLS, by `tls`. */
export const TLS = ["", "affects where TLS applies", "interacts with TLS", "core TLS setting"] as const;
