import type { Around } from "../case";
import { isList } from "../values";

/** The organisation's tlsSendDomainSecureList, as it will be after this run. */
export function secureDomains(around: Around): readonly string[] {
    const [config] = around.neighbours("TransportConfig");
    const list = config?.values.tlsSendDomainSecureList;
    return isList(list) ? list.map(String) : [];
}
