import type { Declared } from "../../lifecycle/declared";
import type { Declaration } from "../../lifecycle/observe/around";
import { isSingleton, type Live } from "../../lifecycle/observe/live";
import type { Others } from "../../lifecycle/observe/others";
import type { Kind } from "../../resources/kind";
import { isList } from "../../resources/values";
import type { AgentSession } from "../../session/pool/pool";
import { nameOf } from "../engine/urn";

/** Declarations by URN, of one kind in one organisation. */
type Declarations = Map<string, Declaration>;

const runs = new WeakMap<AgentSession, Map<string, Declarations>>();

function declarationsOf(session: AgentSession, kind: Kind): Declarations {
    const kinds = runs.get(session) ?? new Map<string, Declarations>();
    runs.set(session, kinds);
    const declarations = kinds.get(kind.type) ?? new Map<string, Declaration>();
    kinds.set(kind.type, declarations);
    return declarations;
}

/** Notes what a resource of this run declares, and the object that it has, once that is known. */
export function register(session: AgentSession, kind: Kind, urn: string, declaration: Declaration): void {
    declarationsOf(session, kind).set(urn, declaration);
}

type Mask = (text: string) => string;

const masks = new WeakMap<AgentSession, Map<string, Mask>>();

/** Notes how the secrets of one resource are kept out of what others of the run say: their texts may name its object. */
export function conceal(session: AgentSession, urn: string, mask: Mask): void {
    masks.set(session, (masks.get(session) ?? new Map<string, Mask>()).set(urn, mask));
}

export function concealed(session: AgentSession): readonly Mask[] {
    return [...(masks.get(session) ?? new Map<string, Mask>()).values()];
}

/** What the resources of this run but one declare of a kind. */
export function declarationsBut(session: AgentSession, kind: Kind, urn: string): readonly Declaration[] {
    return [...declarationsOf(session, kind)].filter(([other]) => other !== urn).map(([, one]) => one);
}

/** What the other resources of this run declare. A destroy declares nothing, so it is stopped by nobody. */
export function othersThan(session: AgentSession, kind: Kind, urn: string): Others {
    const find = (matches: (values: Declared["values"], modes: Declared["modes"]) => boolean) => {
        const found = [...declarationsOf(session, kind)].find(
            ([other, { declared }]) => other !== urn && matches(declared.values, declared.modes),
        );
        return found && `resource '${nameOf(found[0])}'`;
    };
    const isOf = ({ name, server }: Pick<Live, "name" | "server">, values: Declared["values"]) =>
        values.name !== undefined && sameName(values.name, name) && values.server === server;
    return {
        object: (name, server) => find((values) => isOf({ name, server }, values)),
        entry: (live, field, entry) =>
            find((values) => {
                const list = values[field];
                return (isSingleton(kind) || isOf(live, values)) && isList(list) && list.includes(entry);
            }),
        whole: (field) => find((values, modes) => isList(values[field]) && modes[field] === "exact"),
    };
}

/** The other resource of this run that has the object already, and the name that it gives it. */
export function holderOf(session: AgentSession, kind: Kind, urn: string, id: string) {
    const found = [...declarationsOf(session, kind)].find(([other, one]) => other !== urn && one.id === id);
    return found && { resource: `resource '${nameOf(found[0])}'`, name: String(found[1].declared.values.name ?? "") };
}

/** Another resource of this run that wants a list of the same, shared object to be something else, in words. */
export function contradiction(session: AgentSession, kind: Kind, urn: string, own: Declared): string | undefined {
    if (!isSingleton(kind)) return undefined;
    for (const [other, { declared }] of declarationsOf(session, kind)) {
        if (other === urn) continue;
        for (const [field, list] of Object.entries(own.values)) {
            const theirs = declared.values[field];
            if (!isList(list) || !isList(theirs)) continue;
            const unwanted = [
                ...(declared.modes[field] === "exact" ? list.filter((entry) => !theirs.includes(entry)) : []),
                ...(own.modes[field] === "exact" ? theirs.filter((entry) => !list.includes(entry)) : []),
            ];
            if (unwanted.length > 0) {
                return `${field}: resource '${nameOf(other)}' and this one contradict each other about ${[...new Set(unwanted)].join(", ")}, because one of them declares the list as a whole (listModes exact): declare the whole list in one resource`;
            }
        }
    }
    return undefined;
}

function sameName(a: unknown, b: string): boolean {
    return String(a).toLowerCase() === b.toLowerCase();
}
