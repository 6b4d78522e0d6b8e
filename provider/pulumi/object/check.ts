import type * as pulumi from "@pulumi/pulumi";
import type { Declared } from "../../lifecycle/declared";
import { isSingleton, type Live } from "../../lifecycle/observe/live";
import { planArrival } from "../../lifecycle/plan/adoption";
import { judgeInputs } from "../../lifecycle/plan/judge";
import type { Kind } from "../../resources/kind";
import { lineOf } from "../../schema-issues";
import type { Wire } from "../engine/wire";
import type { EngineCall } from "./engine-call";
import { declaredOf } from "./inputs";
import type { Memory } from "./memory";
import { explainReplacement } from "./replacement";
import { byId, byName, markOf, objectOf } from "./subject";

/** Checks the program's inputs and, of what does not exist yet, plans its arrival. `isArriving`: the engine has no inputs. */
export async function check(
    on: EngineCall,
    memory: Memory,
    inputs: Wire,
    isArriving: boolean,
): Promise<pulumi.dynamic.CheckResult> {
    const { kind } = on;
    const { urn } = on.hidden;
    // Without a property name: the engine would print the whole value beside it.
    const problems = (texts: readonly string[]) => ({
        inputs,
        failures: texts.map((reason) => ({ property: "", reason: on.masked(reason) })),
    });
    const decoded = declaredOf(kind, inputs);
    if (!decoded.ok) return problems(decoded.problems.map(lineOf));
    const { declared } = decoded;
    const { refusals, warnings } = judgeInputs(kind, declared.values, declared.exceptions);
    if (refusals.length > 0) return problems(refusals.map(({ message }) => message));
    on.tell(warnings);
    on.explainLater(declared.unknown);
    if (isArriving) memory.arrivals.expect(urn, objectOf(kind, declared));
    if (declared.connection === undefined) return { inputs };
    try {
        const isNew = isArriving && !memory.existing.has(urn);
        const section = await on.sectionToCheck(declared, isNew);
        const neighbours = on.among(declared);
        const problem = neighbours.inTheWayOf(declared, on.label);
        if (problem !== undefined) return problems([problem]);
        on.register(declared);
        memory.connections.set(urn, declared.connection);
        const live = section && byName(kind, declared)(section);
        if (isNew) on.refuse(neighbours.givenUp(live));
        const mark = markOf(declared, on.hidden);
        if (section === undefined) on.judgeUnseen(declared, isNew);
        else if (isNew && isInTheWay(kind, declared, mark, live)) {
            on.refuse(planArrival(kind, declared, mark, live, undefined).refusals);
        } else if (isNew && declared.unknown.length === 0) {
            const plan = await on.decide(declared, (scene) =>
                planArrival(kind, declared, mark, live, undefined, scene),
            );
            on.refuse(plan.refusals);
            on.explain(plan);
            if (plan.calls.length === 0 && plan.notes.length === 0) on.explainNothing();
        }
        const forced = isArriving ? memory.refreshed.get(urn) : undefined;
        if (forced !== undefined && section !== undefined && declared.unknown.length === 0) {
            await explainReplacement(on, declared, forced.kept, byId(kind, forced.id)(section));
        }
        memory.checked.add(urn);
        return { inputs };
    } catch (error) {
        return problems([on.failure(error).message]);
    }
}

/** An object that the program does not take over: whatever else is known only later, it cannot be made. */
function isInTheWay(kind: Kind, { adopt, unknown }: Declared, mark: string, live: Live | undefined): boolean {
    if (live === undefined || isSingleton(kind) || live.mark === mark) return false;
    return adopt === false && !unknown.includes("adopt");
}
