import type { Declared } from "../../lifecycle/declared";
import type { Live } from "../../lifecycle/observe/live";
import { planArrival } from "../../lifecycle/plan/adoption";
import { withChanges } from "../../lifecycle/plan/differences";
import type { Refusal } from "../../lifecycle/plan/judge";
import type { Plan } from "../../lifecycle/plan/plan";
import { planRemoval } from "../../lifecycle/plan/removal";
import type { Scene } from "../../lifecycle/plan/scene";
import type { Bookkeeping } from "../../lifecycle/remember/bookkeeping";
import type { Kind } from "../../resources/kind";
import type { EngineCall } from "./engine-call";
import { byName, markOf } from "./subject";

/** The new object is planned before the old one goes: afterwards a refusal comes too late. */
export async function explainReplacement(
    on: EngineCall,
    declared: Declared,
    kept: Bookkeeping,
    old: Live | undefined,
): Promise<void> {
    const { kind } = on;
    on.register(declared);
    const holder = byName(kind, declared)(await on.section(declared));
    const mark = markOf(declared, on.hidden);
    const removal = await on.decide(declared, (scene) => planRemoval(kind, kept, old, scene));
    const goes = removal.action === "remove" && holder?.id === old?.id;
    const left = old !== undefined && holder?.id === old.id ? withChanges(old, removal.changes) : holder;
    const arrival = await on.decide(declared, (scene) =>
        goes
            ? planArrivalAnew(kind, declared, mark, old, scene)
            : planArrival(kind, declared, mark, left, undefined, scene),
    );
    on.refuse([...removal.refusals, ...arrival.refusals]);
    on.explain(removal, "removal");
    on.explain(arrival);
}

/** The arrival of an object in the place of `old`, which is nobody's neighbour then. */
export function planArrivalAnew(
    kind: Kind,
    declared: Declared,
    mark: string,
    old: Live | undefined,
    scene: Scene,
): Plan {
    return planArrival(kind, declared, mark, undefined, undefined, { ...scene, around: () => scene.around(old) });
}

/** Properties for whose change the program wants another object instead (`replaceOnChanges`). */
export function replacing({ hidden }: EngineCall, { changes }: Plan): string[] {
    return changes.map(({ field }) => field).filter(hidden.replacedBy);
}

/** Why a replacement is refused that no preview could tell, because nothing was compared. */
export const UNTOLD: readonly Refusal[] = [
    {
        code: "Replace",
        message:
            "no preview told what this replacement writes, because without a refresh the engine lets nothing be compared: run pulumi preview and pulumi up with --refresh",
    },
];
