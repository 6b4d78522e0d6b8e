import type { CrossRule } from "../../rule";
import { isSubscribedEdge } from "../../subscribed-edge";

export const subscribedEdge: CrossRule = {
    code: "9",
    text: "The lists of a subscribed Edge server are those of its organisation.",
    find({ action, around }) {
        if (action === "none" || !isSubscribedEdge(around)) return [];
        const { session } = around;
        const text = `${session.name} has send connectors of EdgeSync: the lists of an Edge server that is subscribed are overwritten by its organisation's within minutes. Declare them over a connection to a Mailbox server`;
        return [{ severity: "warning", text }];
    },
};
