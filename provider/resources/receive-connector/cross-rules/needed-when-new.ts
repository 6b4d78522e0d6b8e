import type { CrossRule } from "../../rule";
import { usageOf } from "../initial";

/** Sheet 5.1: what a new connector cannot do without, by usage. For the rest its two sources contradict each other. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    Custom: ["bindings", "remoteIpRanges"],
    Partner: ["bindings", "remoteIpRanges"],
    Internet: ["bindings"],
    Internal: ["remoteIpRanges"],
    Client: ["remoteIpRanges"],
};

export const neededWhenNew: CrossRule = {
    code: "5.1",
    text: "A new connector needs bindings and remoteIpRanges, unless its usage brings them.",
    find({ action, declared, values }) {
        if (action !== "create") return [];
        const usage = usageOf(declared);
        const missing = (NEEDED[usage] ?? []).filter((name) => values[name] === undefined);
        if (missing.length === 0) return [];
        const text = `a new connector of usage ${usage} needs ${missing.join(" and ")}: declare ${missing.length > 1 ? "them" : "it"}`;
        return [{ severity: "error", text }];
    },
};
