import type { WireObject, WireValue } from "../../../provider/session/frames.js";
import type { LiveObject, LiveValue } from "../cmdlets/context.js";

/** The properties asked for, by the names asked for; what the object lacks is left out. */
export function project(object: LiveObject, wanted: readonly string[]): WireObject {
    // Every object of every answer passes here, so the names are folded once.
    const names = new Map(Object.keys(object).map((name) => [name.toLowerCase(), name]));
    const found = wanted.flatMap((want) => {
        const name = names.get(want.toLowerCase());
        return name === undefined ? [] : [[want, wireValue(object[name] ?? null)] as const];
    });
    return Object.fromEntries(found);
}

export function wireValue(value: LiveValue): WireValue {
    // .NET's round-trip form: seven digits of fraction.
    if (value instanceof Date) return value.toISOString().replace("Z", "0000Z");
    return value;
}
