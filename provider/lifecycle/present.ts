import type { Kind } from "../resources/kind";
import { isList, sameValue } from "../resources/values";
import type { Canonical, ProgramValue, ValueType } from "../values/value-type";
import type { Declared, Spelled } from "./declared";
import type { Live } from "./live";

/**
 * The declared properties with their live values, so that Pulumi's comparison shows exactly the drift: what means the
 * same keeps the program's spelling, and a list keeps the program's order with `""` where an entry is missing, because
 * Pulumi compares lists by index.
 */
export function present(kind: Kind, declared: Declared, live: Live): Readonly<Record<string, Spelled>> {
    return Object.fromEntries(
        Object.entries(declared.spelled).map(([name, spelled]) => {
            const field = kind.fields[name];
            const now = live.values[name];
            if (field === undefined || now === undefined) return [name, spelled];
            if (isList(now) && Array.isArray(spelled)) {
                return [name, listOf(field.type, spelled, now, declared.modes[name] === "exact")];
            }
            return [name, sameValue(now, declared.values[name]) || isList(now) ? spelled : field.type.print(now)];
        }),
    );
}

function listOf(type: ValueType, spelled: readonly ProgramValue[], now: readonly Canonical[], exact: boolean) {
    const canonical = spelled.map((entry) => {
        const parsed = type.parse(entry);
        return parsed.ok ? parsed.canonical : undefined;
    });
    const kept = spelled.map((entry, index) => (now.includes(canonical[index] ?? null) ? entry : ""));
    const foreign = exact ? now.filter((entry) => !canonical.includes(entry)) : [];
    return [...kept, ...foreign.map(type.print)];
}
