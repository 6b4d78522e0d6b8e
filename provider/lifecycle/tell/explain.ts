import type { CmdletCall, WireArgument } from "../../session/frames";
import { MASK } from "./mask";

/** The call as PowerShell text that can be pasted: single quotes only, so nothing in a value is ever expanded. */
export function explain(call: CmdletCall, masked: ReadonlySet<string> = new Set()): string {
    const parameters = Object.entries(call.par).map(([name, value]) =>
        typeof value === "object" && value !== null && "$" in value && value.$ === "switch"
            ? `-${name}`
            : `-${name} ${masked.has(name) ? quoted(MASK) : literal(value)}`,
    );
    const confirm = call.cmd.startsWith("Remove-") ? ["-Confirm:$false"] : [];
    return [call.cmd, ...parameters, ...confirm].join(" ");
}

function literal(value: WireArgument): string {
    if (value === null) return "$null";
    if (typeof value === "boolean") return value ? "$true" : "$false";
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return quoted(value);
    if (isTexts(value)) return listOf(value);
    switch (value.$) {
        case "merge": {
            const sides = [
                ...(value.add.length > 0 ? [`Add=${listOf(value.add)}`] : []),
                ...(value.remove.length > 0 ? [`Remove=${listOf(value.remove)}`] : []),
            ];
            return `@{${sides.join("; ")}}`;
        }
        case "null":
            return "$null";
        case "switch":
            return "$true";
        default:
            return quoted(MASK);
    }
}

function isTexts(value: WireArgument): value is readonly string[] {
    return Array.isArray(value);
}

function listOf(texts: readonly string[]): string {
    return texts.map(quoted).join(",");
}

/** PowerShell takes five characters for a single quote; doubling any of them is the quote itself. */
function quoted(text: string): string {
    return `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
}
