import type { CrossRule } from "../../rule";

export const builtInChange: CrossRule = {
    code: "14.10",
    text: "A built-in connector is better left as setup made it.",
    find({ builtIn, action, name }) {
        if (!builtIn || action !== "change") return [];
        const text = `'${name}' is built in: setup, updates and the Hybrid Configuration Wizard count on it as it was. A connector of its own with narrower remoteIpRanges does the same without touching it`;
        return [{ severity: "warning", text }];
    },
};
