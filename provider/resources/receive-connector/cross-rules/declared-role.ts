import { isWithin } from "../../release";
import type { CrossRule } from "../../rule";
import { serverOf } from "../surroundings";

export const declaredRole: CrossRule = {
    code: "R29",
    text: "A new connector on a Mailbox server says its transportRole.",
    find(subject) {
        const server = serverOf(subject);
        if (subject.action !== "create" || subject.values.transportRole !== undefined) return [];
        if (server === undefined || server.isEdge || !isWithin(server.release ?? "2019", "2013")) return [];
        const text = `declare transportRole: "FrontendTransport" for mail from outside ${server.name}'s own transport, "HubTransport" otherwise: left out it may become HubTransport, which collides with the front end on port 25`;
        return [{ severity: "error", text }];
    },
};
