import type { CrossRule } from "../../rule";
import { isSubscribedEdge } from "../../subscribed-edge";

export const subscribedEdge: CrossRule = {
    code: "9",
    text: "The send connectors of a subscribed Edge server are made in the organisation.",
    find({ name, action, around }) {
        if (action === "none" || !isSubscribedEdge(around, name)) return [];
        const { session } = around;
        const text = `${session.name} has send connectors of EdgeSync, so it is probably subscribed, and refuses every change of a send connector then. Declare it over a connection to a Mailbox server, with ${session.name} in sourceTransportServers`;
        return [{ severity: "warning", text }];
    },
};
