import { type Declared, type Decoded, decode } from "../../lifecycle/declared";
import { isSet } from "../../resources/field";
import type { Kind } from "../../resources/kind";
import { sameValue } from "../../resources/values";
import { hasUnknown } from "../engine/unknowns";
import type { Wire } from "../engine/wire";
import { namedIn, visible } from "../state";

/**
 * Inputs without the `""` that `read` puts where a list's entry is missing on the server: `ignoreChanges` feeds them
 * back as inputs.
 */
export function withoutHoles(kind: Kind, inputs: Wire): Wire {
    return Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => {
            const field = kind.fields[name];
            const holes = field !== undefined && isSet(field) && Array.isArray(value);
            return [name, holes ? value.filter((entry) => entry !== "") : value];
        }),
    );
}

/** The inputs as the lifecycle takes them; what is unknown in a preview is left out and named. */
export function declaredOf(kind: Kind, inputs: Wire): Decoded {
    const decoded = decode(kind, visible(inputs), hasUnknown);
    if (!decoded.ok || inputs.__ignored === undefined) return decoded;
    const isIgnored = namedIn(inputs.__ignored);
    const ignored = Object.keys(decoded.declared.values).filter(isIgnored);
    return { ok: true, declared: { ...decoded.declared, ignored: new Set(ignored) } };
}

/** Whether two programs mean the same: spelling and order aside, and what `b` ignores changes of. */
export function sameProgram(a: Declared, b: Declared): boolean {
    const all = [...new Set([...Object.keys(a.values), ...Object.keys(b.values)])];
    const names = all.filter((name) => !b.ignored?.has(name));
    return (
        a.adopt === b.adopt &&
        sameValue([...a.exceptions].sort(), [...b.exceptions].sort()) &&
        JSON.stringify(a.connection) === JSON.stringify(b.connection) &&
        names.every((name) => a.modes[name] === b.modes[name] && sameValue(a.values[name], b.values[name]))
    );
}
