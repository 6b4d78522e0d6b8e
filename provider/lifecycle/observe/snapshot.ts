import { kinds } from "../../resources";
import type { ExchangeServer } from "../../resources/case";
import type { Kind } from "../../resources/kind";
import type { CallResult } from "../../session/frames";
import type { AgentSession } from "../../session/pool/pool";
import { UnreadableError } from "../errors";
import { isSingleton, type Live, liveOf, readCall } from "./live";
import { SERVERS, serversOf } from "./servers";

/** What was seen of one kind: all its objects. An object that is in none of them is absent. */
export type Section = readonly Live[];

type Sections = ReadonlyMap<string, CallResult>;

const snapshots = new WeakMap<AgentSession, Promise<Sections>>();

/**
 * All objects of `kind`. The first question of a run reads every kind in one exchange, and all later ones are answered
 * from it; what `look` or `seen` bring afterwards takes the place of that kind's part.
 */
export async function sectionOf(session: AgentSession, kind: Kind): Promise<Section> {
    return understand(kind, answerOf(kind, (await snapshotOf(session)).get(kind.type)));
}

/** What the snapshot shows of a kind, where that is only asked by the way; throws what `sectionOf` throws. */
export async function everySection(session: AgentSession): Promise<{
    section(kind: Kind): Section;
    readonly servers: readonly ExchangeServer[];
}> {
    const sections = await snapshotOf(session);
    return {
        section: (kind) => understand(kind, answerOf(kind, sections.get(kind.type))),
        servers: serversOf(sections.get(SERVERS.cmd)),
    };
}

async function snapshotOf(session: AgentSession): Promise<Sections> {
    let snapshot = snapshots.get(session);
    if (snapshot === undefined) {
        // A failure is kept, too: fifty resources must not wait fifty times for a server that does not answer.
        snapshot = session
            .read([...kinds.map(readCall), SERVERS])
            .then((results) => new Map(results.map((result, index) => [kinds[index]?.type ?? SERVERS.cmd, result])));
        snapshots.set(session, snapshot);
    }
    return await snapshot;
}

/** Reads `kind` afresh: after a write whose answer was lost. */
export async function look(session: AgentSession, kind: Kind): Promise<Section> {
    const [result] = await session.read([readCall(kind)]);
    return seen(session, kind, result);
}

/** Takes what a write read back as the new state of `kind`. */
export function seen(session: AgentSession, kind: Kind, result: CallResult | undefined): Section {
    const answered = answerOf(kind, result);
    const section = understand(kind, answered);
    const before = snapshots.get(session) ?? Promise.resolve<Sections>(new Map());
    const sections = before.catch((): Sections => new Map());
    snapshots.set(
        session,
        sections.then((old) => new Map([...old, [kind.type, answered]])),
    );
    return section;
}

function answerOf(kind: Kind, result: CallResult | undefined): CallResult {
    if (result === undefined) throw UnreadableError.noAnswer(kind);
    return result;
}

/** What an answer means, by answer: every rule of every resource asks for it. */
const understood = new WeakMap<CallResult, Section>();

function understand(kind: Kind, result: CallResult): Section {
    const section = understood.get(result) ?? objectsIn(kind, result);
    understood.set(result, section);
    return section;
}

function objectsIn(kind: Kind, result: CallResult): Section {
    if ("skipped" in result) throw UnreadableError.noAnswer(kind);
    if (!result.ok) throw UnreadableError.from(kind, result.error);
    const section = result.out.map((object) => liveOf(kind, object));
    // Nothing where there is always one, or an object that cannot be told from others, is no answer: never "absent".
    const plausible = isSingleton(kind) ? section.length === 1 : section.every(({ id }) => id !== "");
    if (!plausible) throw UnreadableError.implausible(kind, section.length);
    return section;
}
