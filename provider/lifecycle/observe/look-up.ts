import { ExchangeTlsError } from "../../errors";
import type { Kind } from "../../resources/kind";
import type { ConnectionSettings } from "../../session/connection-settings";
import type { Declared } from "../declared";
import { spelledOf } from "../tell/spelled";
import { isSingleton, type Live, singletonId } from "./live";

/** Most objects that a message lists. */
const MOST_LISTED = 10;

/** `get` names an object that is not there. */
export class NotFoundError extends ExchangeTlsError {
    readonly code = "NotFound";

    static among(kind: Kind, id: string, section: readonly Live[]): NotFoundError {
        const listed = section
            .slice(0, MOST_LISTED)
            .map(({ id: guid, name, server }) => `'${server === undefined ? name : `${server}\\${name}`}' has ${guid}`);
        const more = section.length > MOST_LISTED ? ` and ${section.length - MOST_LISTED} more` : "";
        const there = section.length === 0 ? "there is none at all" : `${listed.join(", ")}${more}`;
        return new NotFoundError({
            step: `looking up '${id}'`,
            answer: isSingleton(kind) ? "there is no such object" : `no ${kind.noun} has this Guid; ${there}`,
            hint: isSingleton(kind) ? `Say '${singletonId(kind)}' to get()` : "Correct the id that get() is given",
        });
    }

    static otherMachine(id: string, computer: string): NotFoundError {
        return new NotFoundError({
            step: `looking up '${id}'`,
            answer: `the connection reaches ${computer}`,
            hint: "Correct the id that get() is given, or its connection",
        });
    }
}

/** All that an object shows, as if it were declared: nothing of it is ours. */
export function asDeclared(kind: Kind, live: Live, connection: ConnectionSettings): Declared {
    const exceptions: ReadonlySet<string> = new Set();
    const all = { values: live.values, spelled: spelledOf(kind, live), modes: {}, exceptions };
    return { ...all, adopt: false, connection, unknown: [] };
}
