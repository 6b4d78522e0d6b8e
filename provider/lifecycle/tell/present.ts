import type { Field } from "../../resources/field";
import type { Kind } from "../../resources/kind";
import { isList, sameValue } from "../../resources/values";
import type { Canonical, ProgramValue } from "../../values/value-type";
import type { Declared, Spelled } from "../declared";
import type { Live } from "../observe/live";

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
                return [name, listOf(field, spelled, now, declared.modes[name] !== "merge")];
            }
            return [name, sameValue(now, declared.values[name]) || isList(now) ? spelled : field.type.print(now)];
        }),
    );
}

function listOf(field: Field, spelled: readonly ProgramValue[], now: readonly Canonical[], exact: boolean) {
    const meanings = spelled.map((entry) => meaningOf(field, entry));
    const kept = spelled.map((entry, index) => (isIn(now, meanings[index] ?? []) ? entry : ""));
    const foreign = exact ? now.filter((entry) => !meanings.flat().includes(entry)) : [];
    return [...kept, ...foreign.map((entry) => field.type.print(entry))];
}

/** What one entry of the program stands for: of flags, none or several. */
function meaningOf({ type, flags }: Field, entry: ProgramValue): readonly Canonical[] {
    const set = flags?.parse([entry]);
    if (set !== undefined) return set.ok ? set.canonical : [];
    const parsed = type.parse(entry);
    return parsed.ok ? [parsed.canonical] : [];
}

function isIn(now: readonly Canonical[], meaning: readonly Canonical[]): boolean {
    return meaning.length === 0 ? now.length === 0 : meaning.every((entry) => now.includes(entry));
}
