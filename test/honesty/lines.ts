import type { JointRun, Removal, Resource } from "../conformance/driver/together";
import { type MeteredCall, type Reading, writes } from "../lab/index.js";
import { told as toldOfSettings } from "../schannel/bench";
import type { Contents } from "../schannel/contents";
import { lineOf } from "../schannel/line-of";
import { piecesIn, piecesOf } from "./pieces";
import { isExact } from "./programs";

/** What a run told that it would do, piece by piece. */
export function told(run: Pick<JointRun, "log">): readonly string[] {
    const commands = run.log.filter((line) => /^(?:New|Set|Remove)-\w+(?: |$)/.test(line));
    return set([...commands.flatMap(piecesIn), ...toldOfSettings(run)]);
}

/** What the server got, as it has to be told; of the registry from what was there before. */
export function received(calls: readonly MeteredCall[], before: Contents): readonly string[] {
    return set(calls.flatMap((call) => (call.cmd.startsWith("reg ") ? [lineOf(call, before)] : piecesOf(call))));
}

function set(texts: readonly string[]): readonly string[] {
    return [...new Set(texts)].sort();
}

/** The calls that a run made beside its removals. */
export function applied({ reading, removals }: JointRun): readonly MeteredCall[] {
    const removing = new Set(removals.flatMap((one) => (one.reading ? writes(one.reading) : [])));
    return writes(reading).filter((call) => !removing.has(call));
}

/** The text that `onDestroy` must have begun with, from what the server got. */
export function removalWords({ kind, onDestroy }: Removal, reading: Reading, before: Contents): readonly string[] {
    const calls = writes(reading);
    if (!("cmdlets" in kind)) return received(calls, before).filter((line) => line.startsWith("HKLM"));
    const owner = /^removes .* '.*?'(?=;|$)/.exec(String(onDestroy))?.[0] ?? `removes ${kind.noun}`;
    return calls.flatMap(({ cmd, par }) => (cmd === kind.cmdlets.remove ? [owner] : changeWords(kind.fields, par)));
}

function changeWords(fields: Readonly<Record<string, { readonly parameter: string }>>, par: MeteredCall["par"]) {
    const names = new Map(Object.entries(fields).map(([name, { parameter }]) => [parameter, name]));
    return Object.entries(par).flatMap(([parameter, value]) => {
        const field = names.get(parameter);
        if (field === undefined || parameter === "Identity") return [];
        if (!isMerge(value)) return [`${field} to ${wordsOf(value)}`];
        return [
            ...value.add.map((entry) => `+ ${field} ${entry}`),
            ...value.remove.map((entry) => `- ${field} ${entry}`),
        ].map((text) => text.toLowerCase());
    });
}

/** `onDestroy` cut into the same pieces, without what it says stays. */
export function removalParts({ kind, onDestroy }: Removal): readonly string[] {
    if (Array.isArray(onDestroy)) {
        return onDestroy
            .map(String)
            .filter((line) => line.startsWith("HKLM") && !/: (?:the key stays,|stays )/.test(line));
    }
    if (!("cmdlets" in kind)) return [];
    return String(onDestroy)
        .split("; ")
        .flatMap((part): readonly string[] => {
            const [, verb, rest = ""] = /^(removes|takes|puts back|puts|sets along with it) (.*)$/.exec(part) ?? [];
            if (verb === "removes") return [part];
            if (verb === "puts back" || verb === "sets along with it")
                return rest.replaceAll(/ to \[\](?=, |$)/g, " to (none)").split(/, (?=\w+ to )/);
            const [, entries = "", fields = ""] = /^(.*) (?:out of|back into) (.*)$/.exec(rest) ?? [];
            return verb === undefined
                ? []
                : fields
                      .split(" and ")
                      .flatMap((field) =>
                          entries
                              .split(", ")
                              .map((entry) => `${verb === "takes" ? "-" : "+"} ${field} ${entry}`.toLowerCase()),
                      );
        });
}

/**
 * What is not taken away because another resource of the program declares it: whoever was planned before that one could
 * not know.
 */
export function staysFor(piece: string, program: readonly Resource[], { log }: JointRun): boolean {
    const [, entry] = / - (\S+)$/.exec(piece.replace(/^[-+] \w+ /, " - ")) ?? [];
    // An exact list may have been written as a whole before.
    if (entry !== undefined && program.some(isExact)) return true;
    if (entry !== undefined)
        return JSON.stringify(program.map(([, , one]) => one))
            .toLowerCase()
            .includes(entry.toLowerCase());
    return /^removes? ?|^Remove-/.test(piece) && log.some((line) => line.includes("' stays: resource '"));
}

function isMerge(value: unknown): value is { readonly add: readonly string[]; readonly remove: readonly string[] } {
    return typeof value === "object" && value !== null && "$" in value && value.$ === "merge";
}

function wordsOf(value: unknown): string {
    if (Array.isArray(value)) return `[${value.join(", ")}]`;
    return typeof value === "object" ? "(none)" : String(value);
}
