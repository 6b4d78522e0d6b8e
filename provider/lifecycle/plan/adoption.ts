import type { Kind } from "../../resources/kind";
import type { Declared } from "../declared";
import { isSingleton, type Live, titleOf } from "../observe/live";
import { type Bookkeeping, claim, nothingKept } from "../remember/bookkeeping";
import { shown } from "./changes";
import { result } from "./differences";
import { asItIs, asRemembered } from "./ignored";
import type { Refusal } from "./judge";
import { nothingToDo, type Plan, planChange, planCreate } from "./plan";
import { onDestroy } from "./removal";
import { alone, type Scene } from "./scene";

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
    scene: Scene = alone,
): Plan {
    const { create } = kind.cmdlets;
    if (live === undefined) {
        return create === undefined ? notThere(kind) : planCreate(kind, create, declared, mark, scene);
    }
    // Ownership is believed only where the object itself says so: a lost or refused New- may have met a stranger's.
    const ours = isSingleton(kind) || live.mark === mark || declared.adopt === "own";
    const start = kept !== undefined && (ours || !kept.owned) ? kept : startingPoint(kind, declared, ours);
    if (start === undefined) return refused(kind, declared, live);
    // Pulumi's ignoreChanges is about what exists already in the stack.
    const { ignored: _, ...whole } = declared;
    const plan = planUpdate(kind, whole, start, live, scene);
    return kept === undefined
        ? { ...plan, notes: [...notesOf(kind, declared, mark, live, plan), ...plan.notes] }
        : plan;
}

/** What `update` does: whatever is declared while `adopt` is `"own"` is claimed. */
export function planUpdate(kind: Kind, declared: Declared, kept: Bookkeeping, live: Live, scene: Scene = alone): Plan {
    if (kind.isBuiltIn(live.name, live.server)) {
        const refusals = untouchable(kind, declared, live);
        if (refusals.length > 0) return nothingToDo(kept, refusals);
    }
    const start = declared.adopt === "own" ? claim(kept, declared.values, isSingleton(kind)) : kept;
    const { ignored } = declared;
    if (ignored === undefined) return planChange(kind, declared, start, live, scene);
    const plan = planChange(kind, asItIs(declared, live, ignored), start, live, scene);
    return { ...plan, after: asRemembered(start, plan.after, ignored) };
}

/** What must not happen to an object that Exchange itself made: its own services look for it. */
function untouchable(kind: Kind, { adopt, values }: Declared, live: Live): readonly Refusal[] {
    const what = `${titleOf(kind, live)} is one of Exchange's own`;
    const name = values.name;
    return [
        ...(adopt === "own"
            ? [
                  `${what} and never removed, so it cannot be owned: set adopt: true, which puts back at destroy what was there`,
              ]
            : []),
        ...(typeof name === "string" && name.toLowerCase() !== live.name.toLowerCase()
            ? [`${what}: it keeps its name`]
            : []),
    ].map((message) => ({ code: "BuiltIn", message: `${message} (BuiltIn)` }));
}

function startingPoint(kind: Kind, declared: Declared, ours: boolean): Bookkeeping | undefined {
    if (ours && !isSingleton(kind)) return { ...nothingKept, owned: true };
    return isSingleton(kind) || declared.adopt ? nothingKept : undefined;
}

function notThere(kind: Kind): Plan {
    const message = `the server shows no ${kind.noun}, although there is always one`;
    return nothingToDo(nothingKept, [{ code: "Unreadable", message }]);
}

function refused(kind: Kind, declared: Declared, live: Live): Plan {
    const names = Object.keys(declared.values);
    const there = names.map((name) => `${name}: ${shown(kind.fields, name, live.values[name])}`).join(", ");
    const hint =
        live.mark === undefined
            ? "Set adopt: true to manage the declared properties (destroy puts their present values back), " +
              (kind.isBuiltIn(live.name, live.server) ? "" : 'adopt: "own" to own it altogether, ') +
              "or choose another name"
            : `It carries the mark of another Pulumi resource, [pulumi ${live.mark}]: if that one was renamed or moved, ` +
              "name it in the option aliases; if its stack is gone, adopt takes the connector over";
    const message = `${titleOf(kind, live)} exists already (${there}). ${hint}`;
    return nothingToDo(nothingKept, [{ code: "Exists", message }]);
}

/** The object once the plan is carried out. */
function asPlanned(live: Live, { changes }: Plan): Live {
    const values = Object.fromEntries(changes.map((change) => [change.field, result(change, live)]));
    return { ...live, values: { ...live.values, ...values } };
}

function notesOf(kind: Kind, declared: Declared, mark: string, live: Live, plan: Plan): readonly string[] {
    if (!isSingleton(kind)) {
        const what = plan.changes.length === 0 ? " (nothing to change)" : "";
        const why =
            live.mark === mark && declared.adopt === false
                ? "carries this resource's own mark (a run was cut off, or --replace stands without --refresh, which up refuses)"
                : "exists already";
        const end = onDestroy(kind, plan.after, asPlanned(live, plan));
        return [`${titleOf(kind, live)} ${why}: taken over${what}; destroy ${end}`];
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
