import type { Case } from "../case";
import { isList } from "../values";

/** Short names of the servers that send through the connector. */
export function sourceServers({ values, around }: Case): readonly string[] {
    const { sourceTransportServers: named } = values;
    return isList(named) && named.length > 0 ? named.map(String) : [around.session.name];
}
