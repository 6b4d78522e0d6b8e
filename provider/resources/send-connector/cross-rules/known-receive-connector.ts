import type { CrossRule } from "../../rule";
import { some } from "../in-words";

export const knownReceiveConnector: CrossRule = {
    code: "E-1",
    text: "linkedReceiveConnector names a receive connector of the organisation.",
    find({ values: { linkedReceiveConnector: linked }, around }) {
        if (typeof linked !== "string") return [];
        const known = around.neighbours("ReceiveConnector").map(({ server, name }) => `${server}\\${name}`);
        if (known.some((one) => one.toLowerCase() === linked.toLowerCase())) return [];
        const text = `there is no receive connector ${linked}: declare linkedReceiveConnector as one of ${some(known)}`;
        return [{ severity: "error", text }];
    },
};
