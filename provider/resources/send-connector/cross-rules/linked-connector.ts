import type { CrossRule, Finding } from "../../rule";
import { empty, filled } from "../values";

export const linkedConnector: CrossRule = {
    code: "S13",
    text: "Only a connector with linkedReceiveConnector has no addressSpaces, and a new one takes no isScopedConnector.",
    find({ values, declared, action }) {
        const error = (text: string): Finding => ({ severity: "error", text });
        const linked = filled(values, "linkedReceiveConnector");
        if (empty(values, "addressSpaces") && !linked) {
            return [error("addressSpaces is empty: declare at least one domain that this connector delivers to")];
        }
        if (linked && action === "create" && "isScopedConnector" in declared) {
            const text = "New-SendConnector takes linkedReceiveConnector without isScopedConnector: leave that one out";
            return [{ ...error(text), leaveOut: "isScopedConnector" }];
        }
        return [];
    },
};
