import { kinds } from "../../resources";
import type { Around } from "../../resources/case";
import type { Kind } from "../../resources/kind";
import { type CrossRule, NotChecked } from "../../resources/rule";
import type { Declared } from "../declared";
import { judge, type Verdict } from "../plan/judge";
import { newValues } from "../plan/plan";
import { type Declaration, declaredNeighbours } from "./around";
import { isSingleton } from "./live";

/** What other resources of the run declare of a kind. */
type Declarations = (kind: Kind) => readonly Declaration[];

/**
 * What the rules say where no server is asked. Of an object that can only be made, all that holds between its properties;
 * of any other one that is live in a form nobody knows, nothing is certain, so it only warns. Rules that need a fact of the
 * servers say nothing.
 */
export function judgeUnseen(kind: Kind, declared: Declared, isNew: boolean, declarations: Declarations): Verdict {
    if (declared.unknown.length > 0) return { refusals: [], warnings: [] };
    const made = isNew && declared.adopt === false && !isSingleton(kind);
    const { companions, values } = made ? newValues(kind, declared) : { companions: {}, values: declared.values };
    const name = String(declared.values.name ?? "");
    const server = kind.perServer ? String(declared.values.server ?? "") : undefined;
    const subject = {
        ...{ name, server, live: undefined, wire: undefined, declared: declared.values },
        action: made ? ("create" as const) : ("none" as const),
        values: { ...values, ...companions },
        builtIn: kind.isBuiltIn(name, server),
    };
    const among = aroundOnly((type) =>
        kinds.filter((one) => one.type === type).flatMap((one) => declaredNeighbours(one, declarations(one))),
    );
    const crossRules = kind.crossRules.filter((rule) => made || rule.amongDeclared).map(quiet);
    // What the inputs alone break is judged already.
    const judged = { ...kind, rules: made ? kind.rules : [], crossRules };
    return judge(judged, subject, among, declared.exceptions);
}

/** A rule that says nothing where it cannot be checked: one line for the run tells that already. */
function quiet(rule: CrossRule): CrossRule {
    return {
        ...rule,
        find(subject) {
            try {
                return rule.find(rule.amongDeclared ? subject : { ...subject, around: NOTHING });
            } catch (error) {
                if (error instanceof NotChecked) return [];
                throw error;
            }
        },
    };
}

function aroundOnly(neighbours: Around["neighbours"]): Around {
    return {
        get session() {
            return notAsked();
        },
        get servers() {
            return notAsked();
        },
        neighbours,
        fact: notAsked,
        addresses: { servers: [], loadBalancers: [] },
    };
}

const NOTHING = aroundOnly(notAsked);

function notAsked(): never {
    throw new NotChecked("no server is asked");
}
