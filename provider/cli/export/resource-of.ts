import { providerOf } from "../../../sdk/state-form";
import { decode } from "../../lifecycle/declared";
import { isSingleton, titleOf } from "../../lifecycle/observe/live";
import { nothingKept, remember } from "../../lifecycle/remember/bookkeeping";
import type { Wire } from "../../pulumi/engine/wire";
import { DynamicProvider } from "../../pulumi/object/dynamic-provider";
import { EngineCall } from "../../pulumi/object/engine-call";
import { planArrivalAnew } from "../../pulumi/object/replacement";
import { unconfigured } from "../../pulumi/run/run";
import type { Ways } from "../../pulumi/run/ways";
import { acceptable } from "./acceptable";
import { chooseProperties } from "./choose-properties";
import type { Exported, LeftOut } from "./exported";
import { kindNameOf } from "./kind-name";
import { objectionsTo, type Recorded, refreshed } from "./objections";
import { remarksOf } from "./remarks";
import type { Found } from "./select";

/**
 * An object as a resource that was taken over with `adopt: true`: destroy leaves it, and puts back what it was at the
 * export where the stack changed it since (product, rule 6). Entries of a shared list count as found.
 */
export async function resourceOf(
    { kind, live }: Found,
    connection: Wire,
    ways: Ways,
    everyProperty: boolean,
): Promise<Exported | LeftOut> {
    const title = isSingleton(kind) ? kind.noun : titleOf(kind, live);
    const provider = new DynamicProvider(kind, ways);
    const name = kindNameOf(kind.type);
    const recorded = (program: Wire): Recorded => {
        const inputs = { __provider: providerOf(name), connection, ...program };
        return { id: live.id, inputs, outputs: { ...inputs, ...memoryOf({ kind, live }, connection, program) } };
    };
    const chosen = chooseProperties(kind, live, everyProperty);
    const start = isSingleton(kind) ? chosen : { adopt: true, ...chosen };
    const accepted = await acceptable(start, Object.keys(kind.exceptions), dispensable({ kind, live }), (program) =>
        objectionsTo(provider, recorded(program)),
    );
    if ("refusal" in accepted) return { title, why: accepted.refusal };
    const odd = await neverDeclared({ kind, live }, recorded(accepted.program).inputs, ways);
    const program = Object.fromEntries(
        Object.entries(accepted.program).filter(([property]) => !odd.includes(property)),
    );
    const { id, inputs, outputs } = recorded(program);
    return {
        kind: name,
        title,
        called: isSingleton(kind) ? "secure domains" : calledOf(live.name, live.server),
        id,
        program,
        inputs,
        outputs: await refreshed(provider, { id, inputs, outputs }),
        remarks: [...remarksOf(kind, live), ...accepted.remarks],
    };
}

/** Properties that an object shows and that none of its kind may be given there, whatever their value is. */
async function neverDeclared({ kind, live }: Found, inputs: Wire, ways: Ways): Promise<readonly string[]> {
    const on = new EngineCall(kind, inputs, unconfigured(ways));
    const declared = on.declared();
    const { refusals } = await on.decide(declared, (scene) => planArrivalAnew(kind, declared, "", live, scene));
    return refusals.flatMap(({ leaveOut }) => leaveOut ?? []);
}

/** What `adopt: true` would have remembered. */
function memoryOf({ kind, live }: Found, connection: Wire, program: Wire): Wire {
    const decoded = decode(kind, { connection, ...program });
    if (!decoded.ok) return {};
    const { values: wanted, modes, spelled } = decoded.declared;
    const singleton = isSingleton(kind);
    const kept = remember(nothingKept, { wanted, before: live.values, modes, writeOnly: [], singleton });
    const { owned, added, previous, written } = kept;
    return { __declared: spelled, __owned: owned, __added: added, __previous: previous, __written: written };
}

/** Properties that a program can do without, the least important for TLS first; of its switches the main ones stand first. */
function dispensable({ kind }: Found): readonly string[] {
    return Object.entries(kind.fields)
        .filter(([, { required }]) => !required)
        .reverse()
        .sort(([, a], [, b]) => a.tls - b.tls)
        .map(([name]) => name);
}

/** Names of connectors often end with that of their server. */
function calledOf(name: string, server: string | undefined): string {
    return server === undefined || name.toUpperCase().endsWith(server) ? name : `${name} ${server}`;
}
