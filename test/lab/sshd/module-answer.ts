import type { LiveObject, LiveValue } from "../cmdlets/context.js";
import type { ErrorRecord } from "../cmdlets/error-record.js";
import type { CmdletOutcome } from "../cmdlets/run.js";

/** What the remoting layer under the module adds to every object by itself. */
const OF_REMOTING = ["PSComputerName", "RunspaceId", "PSShowComputerName"];

/** The JSON that the module makes objects or an error of. */
export function moduleAnswer(cmdlet: string, { objects, warnings, error }: CmdletOutcome): object {
    return {
        objects: objects.map(markedObject),
        warnings,
        error: error === null ? null : problemOf(cmdlet, error),
    };
}

function markedObject(object: LiveObject): object {
    const entries = Object.entries(object).filter(([name]) => !OF_REMOTING.includes(name));
    return Object.fromEntries(entries.map(([name, value]) => [name, marked(name, value)]));
}

/** Texts are marked by kind: unmarked, PowerShell's JSON reader would take some of them for dates. */
function marked(name: string, value: LiveValue): unknown {
    if (value instanceof Date) return `d:${value.toISOString()}`;
    if (typeof value === "string") return `${name === "Guid" ? "g" : "t"}:${value}`;
    return Array.isArray(value) ? value.map((text) => `t:${text}`) : value;
}

function problemOf(cmdlet: string, { message, category, reason, fqid }: ErrorRecord) {
    // PowerShell puts the function's name behind the id itself.
    const id = fqid.endsWith(`,${cmdlet}`) ? fqid.slice(0, -cmdlet.length - 1) : fqid;
    // What comes before the cmdlet's own work ends it; Exchange's own errors mostly do not.
    const thrown = /^(?:ParameterBinding\w*|HostException|CommandNotFoundException)$/.test(reason);
    return { message, category, reason, id, thrown };
}
