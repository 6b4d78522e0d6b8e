import { timeSpan } from "../../../values/time-span";
import type { CrossRule } from "../../rule";
import { serverOf } from "../surroundings";

const MINUTE = 60_000;
/** What a new connector has of itself (reference sheet 5.2). */
const MAILBOX = { connectionInactivityTimeout: 5 * MINUTE, connectionTimeout: 10 * MINUTE };
const EDGE = { connectionInactivityTimeout: MINUTE, connectionTimeout: 5 * MINUTE };

export const firstTimeOuts: CrossRule = {
    code: "R14",
    text: "Of a new connector, the time-out that is declared also fits the one that it has of itself.",
    find(subject) {
        const { action, values } = subject;
        const { connectionInactivityTimeout: idle, connectionTimeout: whole } = values;
        const server = serverOf(subject);
        // With both declared, it holds between properties.
        const one = typeof idle === "number" ? idle : whole;
        if (action !== "create" || server === undefined || typeof one !== "number") return [];
        if (idle !== undefined && whole !== undefined) return [];
        const initial = server.isEdge ? EDGE : MAILBOX;
        const other = idle === undefined ? "connectionInactivityTimeout" : "connectionTimeout";
        const fits = idle === undefined ? initial[other] < one : one < initial[other];
        if (fits) return [];
        const text = `a new connector on ${server.name} has ${other} ${timeSpan().print(initial[other])}, and connectionInactivityTimeout must be shorter than connectionTimeout: declare both so`;
        return [{ severity: "error", text }];
    },
};
