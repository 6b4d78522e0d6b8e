import type { WireObject, WireValue } from "../../../provider/session/frames.js";
import type { LiveObject, LiveValue } from "../cmdlets/context.js";
import { sameText } from "../values/same-text.js";

/** The properties asked for, by the names asked for; what the object lacks is left out. */
export function project(object: LiveObject, wanted: readonly string[]): WireObject {
    const names = Object.keys(object);
    const found = wanted.flatMap((want) => {
        const name = names.find((other) => sameText(other, want));
        return name === undefined ? [] : [[want, wireValue(object[name] ?? null)] as const];
    });
    return Object.fromEntries(found);
}

export function wireValue(value: LiveValue): WireValue {
    // .NET's round-trip form: seven digits of fraction.
    if (value instanceof Date) return value.toISOString().replace("Z", "0000Z");
    return value;
}
