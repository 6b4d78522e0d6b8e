import type { CrossRule, Finding } from "../../rule";
import { isList } from "../../values";
import { some } from "../in-words";

export const knownServers: CrossRule = {
    code: "E-1",
    text: "sourceTransportServers are Mailbox or Hub servers, or Edge servers with a subscription, of the organisation.",
    find({ values: { sourceTransportServers: named }, around }) {
        // On an Edge server the list cannot be set (S14), and no other server is known there.
        if (!isList(named) || around.session.isEdge) return [];
        const { servers } = around;
        const able = servers.filter(({ isHub, isEdge }) => isHub || isEdge).map(({ name }) => name);
        const wrong = named.map(String).filter((name) => !able.includes(name));
        return wrong.map((name): Finding => {
            const why = servers.some((one) => one.name === name)
                ? `${name} has no transport service, so it cannot be a source server`
                : `there is no Exchange server ${name}`;
            return { severity: "error", text: `${why}: declare sourceTransportServers from ${some(able)}` };
        });
    },
};
