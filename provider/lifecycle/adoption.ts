import type { Kind } from "../resources/kind";
import { type Bookkeeping, claimed, nothingKept } from "./bookkeeping";
import { inWords, shown } from "./changes";
import type { Declared } from "./declared";
import { isSingleton, type Live } from "./live";
import { type Plan, planChange, planCreate } from "./plan";

/**
 * What `create` does: the object is made, taken over as the program says, or recognised as our own work by its mark.
 * `kept` is undefined until something has been written for this resource.
 */
export function planArrival(
    kind: Kind,
    declared: Declared,
    mark: string,
    live: Live | undefined,
    kept: Bookkeeping | undefined,
): Plan {
    if (live === undefined) return planCreate(kind, declared, { ...nothingKept, owned: true }, mark);
    const start = kept ?? startingPoint(kind, declared, mark, live);
    const stranger = !isSingleton(kind) && declared.adopt === false && live.mark !== mark;
    if (start === undefined || stranger) return refused(kind, declared, live);
    const plan = planChange(kind, declared, start, live);
    return { ...plan, notes: kept === undefined ? notesOf(kind, declared, mark, live, plan) : plan.notes };
}

/** What `update` does: `adopt: "own"`, when it is new, claims what had only been taken over. */
export function planUpdate(kind: Kind, declared: Declared, kept: Bookkeeping, live: Live): Plan {
    const own = declared.adopt === "own" && !kept.owned;
    return planChange(kind, declared, own ? claimed(isSingleton(kind) ? declared.values : {}) : kept, live);
}

function startingPoint(kind: Kind, declared: Declared, mark: string, live: Live): Bookkeeping | undefined {
    if (declared.adopt === "own") return claimed(isSingleton(kind) ? declared.values : {});
    if (!isSingleton(kind) && live.mark === mark) return claimed({});
    return isSingleton(kind) || declared.adopt ? nothingKept : undefined;
}

function refused(kind: Kind, declared: Declared, live: Live): Plan {
    const names = Object.keys(declared.values);
    const there = names.map((name) => `${name}: ${shown(kind.fields, name, live.values[name])}`).join(", ");
    const message =
        `${kind.noun} '${live.name}' exists already (${there}). Set adopt: true to manage the declared properties ` +
        `(destroy puts their present values back), adopt: "own" to own it altogether, or choose another name`;
    return {
        action: "none",
        changes: [],
        calls: [],
        refusals: [{ code: "Exists", message }],
        notes: [],
        after: nothingKept,
    };
}

function notesOf(kind: Kind, declared: Declared, mark: string, live: Live, plan: Plan): readonly string[] {
    if (!isSingleton(kind)) {
        const what = plan.changes.map((change) => inWords(kind.fields, change)).join("; ") || "nothing to change";
        const why =
            live.mark === mark && declared.adopt === false
                ? "made by an earlier run that was cut off"
                : "exists already";
        return [`${kind.noun} '${live.name}' ${why}: taken over (${what})`];
    }
    if (declared.adopt === "own") return [];
    return Object.entries(declared.values).flatMap(([field, value]) => {
        const added = plan.after.added[field] ?? [];
        const found =
            Array.isArray(value) && declared.modes[field] === "merge" ? value.filter((v) => !added.includes(v)) : [];
        return found.length === 0
            ? []
            : [`${field} already has ${found.join(", ")}: found, not ours, stays at destroy (adopt: "own" claims it)`];
    });
}
