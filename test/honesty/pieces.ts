import type { MeteredCall } from "../lab/index.js";

/**
 * A call in its pieces, each of which can be told and sent: one for each parameter, of edited lists one for each entry.
 * Two resources of one run may ask for the same entry, and whoever comes first sends it.
 */
export function pieces(cmd: string, par: Readonly<Record<string, unknown>>): readonly string[] {
    const { Identity, ...rest } = par;
    const subject = `${cmd} ${Identity ?? `${rest.Server ?? ""} ${rest.Name}`}:`;
    const all = Object.entries(rest).flatMap(([name, value]) =>
        isEdit(value)
            ? [...value.add.map((entry) => `${name} + ${entry}`), ...value.remove.map((entry) => `${name} - ${entry}`)]
            : // A list of one entry and a text are the same when pasted.
              [`${name} = ${JSON.stringify([value].flat())}`],
    );
    return all.length === 0 ? [subject] : all.map((piece) => `${subject} ${piece}`);
}

interface Edit {
    readonly add: readonly string[];
    readonly remove: readonly string[];
}

function isEdit(value: unknown): value is Edit {
    return typeof value === "object" && value !== null && "add" in value && "remove" in value;
}

/** What the server got. */
export function piecesOf({ cmd, par }: MeteredCall): readonly string[] {
    const { DomainController: _, ...rest } = par;
    return pieces(cmd, Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, plain(value)])));
}

function plain(value: unknown): unknown {
    if (typeof value !== "object" || value === null || !("$" in value)) return value;
    if (isEdit(value)) return { add: value.add, remove: value.remove };
    return value.$ === "null" ? null : value.$ === "switch" ? true : "********";
}

const QUOTE = "['\u2018\u2019\u201a\u201b]";
const TEXT = `'(?:[^'\u2018\u2019\u201a\u201b]|${QUOTE}{2})*'`;
const VALUE = new RegExp(`^ (@\\{.*?\\}(?= -|$)|\\$\\w+|-?\\d+|${TEXT}(?:,${TEXT})*)`, "u");

/** What a line of PowerShell would do that somebody pastes: read by its grammar, not by our code. */
export function piecesIn(line: string): readonly string[] {
    const [cmd = ""] = line.split(" ");
    const par: Record<string, unknown> = {};
    let rest = line.slice(cmd.length);
    while (rest !== "") {
        const [head, name = ""] = /^ -(\w+)/.exec(rest) ?? [];
        if (head === undefined) throw new Error(`cannot be pasted: ${line} (at "${rest}")`);
        rest = rest.slice(head.length).replace(/^:/, " ");
        const [text, value] = VALUE.exec(rest) ?? [];
        par[name] = value === undefined ? true : literalOf(value);
        rest = rest.slice(text?.length ?? 0);
    }
    const { Confirm: _, ...sent } = par;
    return pieces(cmd, sent);
}

function literalOf(text: string): unknown {
    if (text === "$null") return null;
    if (text === "$true" || text === "$false") return text === "$true";
    if (text.startsWith("@{")) return { add: side(text, "Add"), remove: side(text, "Remove") };
    if (!text.startsWith("'")) return Number(text);
    return textsIn(text);
}

function side(text: string, name: string): readonly string[] {
    return textsIn(new RegExp(`${name}=(${TEXT}(?:,${TEXT})*)`, "u").exec(text)?.[1] ?? "");
}

function textsIn(text: string): readonly string[] {
    const found = text.match(new RegExp(TEXT, "gu")) ?? [];
    return found.map((one) => one.slice(1, -1).replaceAll(new RegExp(`(${QUOTE})\\1`, "gu"), "$1"));
}
