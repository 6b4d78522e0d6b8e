import type { Kind } from "../kind";
import { crossRules } from "./cross-rules";
import { fields } from "./fields";

/** One object per organisation: it is never created and never removed. */
export const transportConfig: Kind = {
    type: "TransportConfig",
    noun: "transport config",
    fields,
    cmdlets: { get: "Get-TransportConfig", change: "Set-TransportConfig" },
    perServer: false,
    rules: [],
    inputRules: [],
    crossRules,
    exceptions: {
        standalone: "Accept entries for which no connector with domainSecureEnabled exists (D2).",
    },
    initial: () => ({}),
    companions: () => ({}),
    isBuiltIn: () => false,
};
