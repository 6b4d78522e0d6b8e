import type { Kind } from "../kind";
import { fields } from "./fields";

/** One object per organisation: it is never created and never removed. */
export const transportConfig: Kind = {
    type: "TransportConfig",
    noun: "transport config",
    fields,
    cmdlets: { get: "Get-TransportConfig", change: "Set-TransportConfig" },
    rules: [],
    inputRules: [],
    initial: {},
    companions: () => ({}),
};
