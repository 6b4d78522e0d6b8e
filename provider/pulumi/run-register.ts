import type { Declared } from "../lifecycle/declared";
import type { Others } from "../lifecycle/others";
import type { Kind } from "../resources/kind";
import { isList } from "../resources/values";
import type { AgentSession } from "../session/pool";

/** Declarations by URN, of one kind in one organisation. */
type Declarations = Map<string, Declared>;

const runs = new WeakMap<AgentSession, Map<string, Declarations>>();

function declarationsOf(session: AgentSession, kind: Kind): Declarations {
    const kinds = runs.get(session) ?? new Map<string, Declarations>();
    runs.set(session, kinds);
    const declarations = kinds.get(kind.type) ?? new Map<string, Declared>();
    kinds.set(kind.type, declarations);
    return declarations;
}

/** Notes what a resource of this run declares. */
export function register(session: AgentSession, kind: Kind, urn: string, declared: Declared): void {
    declarationsOf(session, kind).set(urn, declared);
}

/** What the other resources of this run declare. A destroy declares nothing, so it is stopped by nobody. */
export function othersThan(session: AgentSession, kind: Kind, urn: string): Others {
    const find = (matches: (declared: Declared) => boolean) => {
        const found = [...declarationsOf(session, kind)].find(
            ([other, declared]) => other !== urn && matches(declared),
        );
        return found && `resource '${found[0].split("::").at(-1)}'`;
    };
    return {
        object: (name) => find(({ values }) => values.name !== undefined && sameName(values.name, name)),
        entry: (field, entry) => find(({ values }) => isList(values[field]) && values[field].includes(entry)),
    };
}

function sameName(a: unknown, b: string): boolean {
    return String(a).toLowerCase() === b.toLowerCase();
}
