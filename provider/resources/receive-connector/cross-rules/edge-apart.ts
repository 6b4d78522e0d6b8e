import type { CrossRule } from "../../rule";
import { serverOf } from "../surroundings";

export const edgeApart: CrossRule = {
    code: "9",
    text: "The receive connectors of an Edge server are its own: they are declared over a connection to it.",
    find(subject) {
        const server = serverOf(subject);
        const { session } = subject.around;
        if (subject.action !== "create" || !server?.isEdge || server.name === session.name) return [];
        const text = `${server.name} is an Edge server, whose receive connectors ${session.name} cannot make: declare this one with a connection to ${server.name} itself`;
        return [{ severity: "error", text }];
    },
};
