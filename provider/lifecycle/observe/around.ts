import { kinds } from "../../resources";
import type { Around, ExchangeServer, Neighbour } from "../../resources/case";
import type { Kind } from "../../resources/kind";
import { releaseOf } from "../../resources/release";
import { NotChecked } from "../../resources/rule";
import type { AgentInfo } from "../../session/pool/pool";
import { shortServerName } from "../../values/server-name";
import type { Declared } from "../declared";
import { UnreadableError } from "../errors";
import type { Facts } from "./facts";
import { isSingleton, type Live } from "./live";
import type { everySection } from "./snapshot";

/** What another resource of the run declares, and the object that it is known to have. */
export interface Declaration {
    readonly declared: Declared;
    readonly id: string | undefined;
}

export interface Surroundings {
    readonly snapshot: Awaited<ReturnType<typeof everySection>>;
    readonly info: AgentInfo;
    readonly facts: Facts;
    /** What the other resources of this run declare of a kind. */
    declarations(kind: Kind): readonly Declaration[];
    readonly addresses: Around["addresses"];
}

/** What is around `live`, or around an object to be created. */
export function aroundOf(
    { snapshot, info, facts, declarations, addresses }: Surroundings,
    live: Live | undefined,
): Around {
    // Thirty rules ask for the same neighbours, twice each.
    const known = new Map<string, readonly Neighbour[]>();
    return {
        session: reached(info, snapshot.servers),
        servers: snapshot.servers,
        neighbours(type) {
            const kind = kinds.find((one) => one.type === type);
            if (kind === undefined) throw new Error(`no kind is called ${type}`);
            const found = known.get(type) ?? neighboursOf(kind, sectionOf(kind, snapshot), declarations(kind), live);
            known.set(type, found);
            return found;
        },
        fact: (call) => facts.ask(call),
        addresses,
    };
}

/** The server whose cmdlets answer: as the organisation lists it, else as the session told. */
function reached({ server, version }: AgentInfo, servers: readonly ExchangeServer[]): ExchangeServer {
    const name = shortServerName(server ?? "") ?? server ?? "the server";
    const listed = servers.find((one) => one.name === name);
    if (listed !== undefined) return listed;
    const release = releaseOf(version ?? "");
    const roles = { isEdge: false, isHub: false, isFrontend: false, site: null };
    return { name, fqdn: "", version: version ?? "", release, ...roles };
}

function sectionOf(kind: Kind, snapshot: Surroundings["snapshot"]): readonly Live[] {
    try {
        return snapshot.section(kind);
    } catch (error) {
        if (error instanceof UnreadableError) throw new NotChecked(error.message);
        throw error;
    }
}

function neighboursOf(
    kind: Kind,
    section: readonly Live[],
    declarations: readonly Declaration[],
    self: Live | undefined,
): readonly Neighbour[] {
    const targets = new Map(declarations.map((one) => [one, targetOf(kind, one, section)]));
    const planned = new Map(declarations.map((one) => [targets.get(one)?.id ?? one, one]));
    const there = section
        .filter(({ id }) => id !== self?.id)
        .map((live): Neighbour => {
            const { name, server } = live;
            const declared = planned.get(live.id)?.declared.values;
            const values = { ...live.values, ...declared };
            return { name: nameOf(values.name, name), server, values, declared: declared !== undefined };
        });
    const coming = declarations
        .filter((one) => targets.get(one) === undefined)
        .map(({ declared: { values } }): Neighbour => {
            const server = kind.perServer && values.server !== undefined ? String(values.server) : undefined;
            const whole = { ...kind.initial(values), ...values };
            return { name: nameOf(values.name, kind.noun), server, values: whole, declared: true };
        });
    return [...there, ...coming];
}

/** The live object of a declaration: by what is known of it, else by name. A name that is known only later is nobody's. */
function targetOf(kind: Kind, { declared: { values }, id }: Declaration, section: readonly Live[]): Live | undefined {
    if (id !== undefined) return section.find((live) => live.id === id);
    if (isSingleton(kind)) return section[0];
    return section.find(
        ({ name, server }) =>
            name.toLowerCase() === String(values.name ?? "").toLowerCase() &&
            (server === undefined || server === values.server),
    );
}

/** What the resources of a run declare of a kind, where nothing live is known. */
export function declaredNeighbours(kind: Kind, declarations: readonly Declaration[]): readonly Neighbour[] {
    return neighboursOf(kind, [], declarations, undefined);
}

function nameOf(declared: unknown, otherwise: string): string {
    return typeof declared === "string" ? declared : otherwise;
}
