import type { Declared } from "../../lifecycle/declared";
import type { Declaration } from "../../lifecycle/observe/around";
import { isSingleton, type Live, titleOf } from "../../lifecycle/observe/live";
import type { Others } from "../../lifecycle/observe/others";
import type { Refusal } from "../../lifecycle/plan/judge";
import type { Kind } from "../../resources/kind";
import type { AgentSession } from "../../session/pool/pool";
import { contradiction, declarationsBut, holderOf, othersThan } from "../run/run-register";
import { serverOf } from "./subject";

/** The other resources of the run, as one of them sees them. */
export class Neighbours {
    readonly others: Others;

    constructor(
        private readonly session: AgentSession,
        private readonly kind: Kind,
        private readonly urn: string,
    ) {
        this.others = othersThan(session, kind, urn);
    }

    /** What they declare of a kind. */
    readonly declarations = (kind: Kind): readonly Declaration[] => declarationsBut(this.session, kind, this.urn);

    /** Who declares the same object, or wants the same list to be something else, in words. */
    inTheWayOf(declared: Declared, label: string): string | undefined {
        const { name } = declared.values;
        const twin = typeof name === "string" ? this.others.object(name, serverOf(this.kind, declared)) : undefined;
        if (twin !== undefined)
            return `${label} is declared twice: ${twin} has the same name. Declare it in one of them`;
        const problem = contradiction(this.session, this.kind, this.urn, declared);
        return problem && `${label}: ${problem}`;
    }

    /** A new resource for an object that another one has and renames: whoever came first would have it, or find none. */
    givenUp(live: Live | undefined): readonly Refusal[] {
        // What every organisation has once belongs to nobody alone, and has no name that could be given up.
        const holder = live && !isSingleton(this.kind) && holderOf(this.session, this.kind, this.urn, live.id);
        if (!live || !holder) return [];
        const { resource, name } = holder;
        return renamed(`${titleOf(this.kind, live)} is what ${resource} has and renames to '${name}' in this run`);
    }

    /** The same, where the new resource came first. */
    givingUp({ values: { name } }: Declared, live: Live): readonly Refusal[] {
        if (typeof name !== "string" || name.toLowerCase() === live.name.toLowerCase()) return [];
        const taker = this.others.object(live.name, live.server);
        if (taker === undefined) return [];
        return renamed(
            `it is renamed to '${name}', and ${taker} declares its name of so far, '${live.name}', in the same run`,
        );
    }
}

function renamed(what: string): readonly Refusal[] {
    const message = `${what}: run pulumi up with the rename alone, then declare the other one`;
    return [{ code: "Renamed", message }];
}
