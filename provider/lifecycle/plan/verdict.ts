import type { Kind } from "../../resources/kind";
import type { FieldValues } from "../../resources/values";
import type { Declared } from "../declared";
import type { Live } from "../observe/live";
import { gates, unknownVersion } from "./gates";
import { judge, type Refusal, type Verdict } from "./judge";
import type { Scene } from "./scene";

/** What stands against a plan, or beside it: versions, what cannot be read, rules. */
export function verdictFor(
    kind: Kind,
    declared: Declared,
    scene: Scene,
    { action, live, values }: { action: "create" | "change" | "none"; live: Live | undefined; values: FieldValues },
): Verdict {
    const around = scene.around(live);
    const names = Object.keys(declared.values);
    const server = kind.perServer ? (live?.server ?? String(values.server ?? "")) : undefined;
    const gated = around === undefined ? new Map<string, Refusal>() : gates(kind, names, around, server);
    const rest = names.filter((name) => !gated.has(name));
    const own = [
        ...gated.values(),
        ...(live ? unreadable(kind, rest, live) : []),
        ...(around && action !== "none" ? unknownVersion(around, server) : []),
    ];
    const name = live?.name ?? String(values.name ?? "");
    const builtIn = kind.isBuiltIn(name, server);
    // What the server does not have is refused by that alone, whatever else would be wrong with it.
    const without = (all: FieldValues): FieldValues =>
        Object.fromEntries(Object.entries(all).filter(([field]) => !gated.has(field)));
    const subject = {
        name,
        server,
        action,
        values: without(values),
        live: live?.values,
        wire: live?.wire,
        declared: without(declared.values),
        builtIn,
    };
    const verdict = judge(kind, subject, around, declared.exceptions);
    return { refusals: [...own, ...verdict.refusals], warnings: verdict.warnings };
}

/** Managed properties whose live value is not known: nothing may be done or said about the object. */
export function unreadable(kind: Kind, names: readonly string[], live: Live): readonly Refusal[] {
    return names
        .filter((name) => live.values[name] === undefined && kind.fields[name]?.readable !== false)
        .map((name) => {
            const text = live.unreadable[name];
            const why =
                text === undefined
                    ? "the server's object has no such property"
                    : `the server's value ${text} is not understood`;
            const parameter = kind.fields[name]?.parameter ?? name;
            return { code: "Unreadable", message: `${name} (${parameter}) cannot be managed: ${why}` };
        });
}
