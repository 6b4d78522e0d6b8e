import { explain } from "../lifecycle/tell/explain";
import { MASK } from "../lifecycle/tell/mask";
import { pathOf } from "../resources/schannel-settings/registry/place";
import type { AgentCall, CmdletCall, RegistryCall } from "../session/frames";

/** A command as a preview tells it, and the pieces in which it is compared with what is about to be sent. */
export interface ToldCall {
    readonly line: string;
    /** The cmdlet, or what is done to the registry. */
    readonly what: string;
    /** One for each parameter; of an edited list one for each entry. */
    readonly pieces: readonly string[];
}

/** Names of parameters whose values stand in no file; `all`: none may. */
export type Secret = ReadonlySet<string> | "all";

export function toldCall(call: AgentCall, secret: Secret = new Set()): ToldCall {
    if ("cmd" in call) return toldCmdlet(call, secret === "all" ? new Set(Object.keys(call.par)) : secret);
    const line = "reg" in call ? inWords(call, secret === "all") : JSON.stringify(call);
    return { line, what: "reg" in call ? call.reg : line, pieces: [line] };
}

function toldCmdlet(call: CmdletCall, secret: ReadonlySet<string>): ToldCall {
    const { cmd, par } = call;
    const named = ["Identity", "Server", "Name"].filter((name) => name in par);
    // A change of the name is a piece of its own.
    const subject = named.includes("Identity") ? ["Identity"] : named;
    const identity = Object.fromEntries(subject.map((name) => [name, par[name] ?? null]));
    const piece = (one: CmdletCall["par"]) => explain({ cmd, par: { ...identity, ...one }, sel: [] }, secret);
    const pieces = Object.entries(par)
        .filter(([name]) => !subject.includes(name))
        .flatMap(([name, value]) => {
            if (typeof value !== "object" || value === null || !("$" in value) || value.$ !== "merge") {
                return [piece({ [name]: value })];
            }
            return [
                ...value.add.map((entry) => piece({ [name]: { ...value, add: [entry], remove: [] } })),
                ...value.remove.map((entry) => piece({ [name]: { ...value, add: [], remove: [entry] } })),
            ];
        });
    return { line: explain(call, secret), what: cmd, pieces: pieces.length > 0 ? pieces : [piece({})] };
}

function inWords(call: RegistryCall, secret: boolean): string {
    if (call.name === undefined) return `${pathOf(call)}: the key is removed`;
    const place = `${pathOf(call)}  ${call.name}`;
    if (secret) return `${place}: ${MASK}`;
    return `${place}: ${call.reg === "set" ? `${call.kind} ${JSON.stringify(call.data)}` : "absent"}`;
}

/** Without the values that a program calls secret. */
export function masked({ line, what, pieces }: ToldCall, mask: (text: string) => string): ToldCall {
    return { line: mask(line), what, pieces: pieces.map(mask) };
}

/** Takes one entry out of a list: what is gone, or declared by somebody else by now, needs no taking out. */
export function isTakenOut(piece: string): boolean {
    return /@\{Remove='[^{}]*'\}$/.test(piece);
}
