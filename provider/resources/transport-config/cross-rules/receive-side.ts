import type { CrossRule } from "../../rule";
import { some } from "../../send-connector/in-words";
import { isList } from "../../values";

export const receiveSide: CrossRule = {
    code: "D2",
    text: "An entry of tlsReceiveDomainSecureList needs an enabled receive connector with domainSecureEnabled.",
    exception: "standalone",
    find({ declared: { tlsReceiveDomainSecureList: list }, around }) {
        if (!isList(list) || list.length === 0) return [];
        const secure = around
            .neighbours("ReceiveConnector")
            .some(({ values }) => values.enabled !== false && values.domainSecureEnabled === true);
        if (secure) return [];
        const edges = around.session.isEdge ? [] : around.servers.filter(({ isEdge }) => isEdge);
        const unseen =
            edges.length > 0 ? ` (those of ${some(edges.map(({ name }) => name))} are not seen from here)` : "";
        const text = `${some(list.map(String))} in tlsReceiveDomainSecureList: no enabled receive connector has domainSecureEnabled${unseen}, so mail from there cannot arrive by mutual TLS. Declare a ReceiveConnector with domainSecureEnabled: true, or standalone: true`;
        return [{ severity: "warning", text }];
    },
};
