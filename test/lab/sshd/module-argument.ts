import { type Argument, Hashtable } from "../cmdlets/argument.js";
import { argumentOf } from "../front/wire-argument.js";

/** A hashtable as the module sends it. */
interface Table {
    readonly $: "table";
    readonly entries: Readonly<Record<string, readonly string[]>>;
}

function isTable(value: unknown): value is Table {
    return typeof value === "object" && value !== null && "$" in value && value.$ === "table";
}

/** What PowerShell bound, as the cmdlet core takes it. */
export function boundArgument(value: unknown): Argument {
    return isTable(value) ? new Hashtable(value.entries) : (argumentOf(value) ?? null);
}

/** The same as the provider would have sent it, for the meter; a hashtable with other keys stays what it is. */
export function asSent(value: unknown): unknown {
    if (!isTable(value)) return value;
    const { Add = [], Remove = [], ...others } = value.entries;
    return Object.keys(others).length === 0 ? { $: "merge", add: Add, remove: Remove } : value;
}
