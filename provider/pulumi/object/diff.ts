import type * as pulumi from "@pulumi/pulumi";
import { isSingleton, type Live } from "../../lifecycle/observe/live";
import { planUpdate } from "../../lifecycle/plan/adoption";
import type { Refusal } from "../../lifecycle/plan/judge";
import type { Wire } from "../engine/wire";
import { hiddenOf, rememberedOf } from "../state";
import type { EngineCall } from "./engine-call";
import { declaredOf, sameProgram } from "./inputs";
import type { Memory } from "./memory";
import { explainReplacement, replacing } from "./replacement";
import { byId, byName, serverOf } from "./subject";

interface Compared {
    readonly id: string;
    /** Outputs of the run before. */
    readonly olds: Wire;
    readonly inputs: Wire;
}

/** Compares the program with what is live; a plan is told only where the inputs are known to be the program's. */
export async function diff(
    on: EngineCall,
    memory: Memory,
    { id, olds, inputs }: Compared,
): Promise<pulumi.dynamic.DiffResult> {
    const { kind } = on;
    const { urn } = on.hidden;
    const isProgram = memory.checked.has(urn);
    memory.existing.add(urn);
    const { urn: before } = hiddenOf(olds);
    // What was imported knows none.
    if (before !== "") memory.renamed.set(before, urn);
    const changed = { changes: true, deleteBeforeReplace: true };
    const decoded = declaredOf(kind, inputs);
    if (!decoded.ok || decoded.declared.connection === undefined) return changed;
    const { declared } = decoded;
    const { program, kept } = rememberedOf(kind, olds);
    const then = declaredOf(kind, program);
    if (isProgram) memory.refreshed.delete(urn);
    else memory.refreshed.set(urn, { id, kept });
    const same = then.ok && declared.unknown.length === 0 && sameProgram(then.declared, declared);
    if (on.asksNobody()) {
        const moved = then.ok && serverOf(kind, then.declared) !== serverOf(kind, declared);
        const replaces = moved && !declared.unknown.includes("server") ? ["server"] : [];
        return { changes: !same, replaces, deleteBeforeReplace: true };
    }
    const section = await on.section(declared);
    const live = byId(kind, id)(section);
    if (declared.unknown.length > 0) {
        if (isProgram) on.register(declared, live?.id);
        return changed;
    }
    // A connector cannot be moved between servers.
    if (live === undefined || live.server !== serverOf(kind, declared)) {
        if (isProgram) await explainReplacement(on, declared, kept, live);
        const cause = live === undefined ? (isSingleton(kind) ? "connection" : "name") : "server";
        return { ...changed, replaces: [cause] };
    }
    if (isProgram) on.register(declared, live.id);
    const plan = await on.decide(declared, (scene) => planUpdate(kind, declared, kept, live, scene));
    if (isProgram) {
        on.refuse(on.among(declared).givingUp(declared, live));
        on.refuse(taken(byName(kind, declared)(section), live));
        const replaces = replacing(on, plan);
        if (replaces.length > 0) {
            await explainReplacement(on, declared, kept, live);
            return { ...changed, replaces };
        }
        on.refuse(plan.refusals);
        on.explain(plan);
        if (plan.calls.length === 0 && !same) on.explainNothing();
    }
    return { changes: plan.calls.length > 0 || !same, deleteBeforeReplace: true };
}

/** A rename onto the name of another object. */
function taken(holder: Live | undefined, live: Live): readonly Refusal[] {
    if (holder === undefined || holder.id === live.id) return [];
    return [{ code: "Exists", message: `another object has the name '${holder.name}' already: choose another name` }];
}
