import { differenceIn } from "./difference-in";
import type { ProtocolRoleState } from "./schannel-settings";

/** What was found on one server: outputs of its settings. */
export interface SeenSettings {
    readonly computer: string;
    readonly effective: Readonly<Record<string, Readonly<Record<"client" | "server", ProtocolRoleState>>>>;
    readonly dotNetValues: Readonly<Record<string, string>>;
}

type Seen = readonly (readonly [server: string, seen: SeenSettings])[];

const COUNTED = ["TLS 1.0", "TLS 1.1", "TLS 1.2"] as const;
const ROLES = { client: "outbound", server: "inbound" } as const;

/**
 * Where servers differ in what counts for Extended Protection: the effective TLS 1.0 to 1.2, and .NET's v4 values; and
 * what stands in the way of comparing them.
 */
export function differencesBetween(servers: Readonly<Record<string, SeenSettings>>): string[] {
    const all = Object.entries(servers);
    const names = new Set(all.flatMap(([, { dotNetValues }]) => Object.keys(dotNetValues)));
    return [
        ...COUNTED.flatMap((protocol) =>
            (["client", "server"] as const).flatMap((role) => inProtocol(all, protocol, role)),
        ),
        ...[...names].filter((name) => name.startsWith("v4.")).flatMap((name) => inDotNet(all, name)),
        ...all.flatMap(([server, seen]) => notCompared(server, seen)),
    ];
}

function inDotNet(all: Seen, name: string): readonly string[] {
    const said = all.map(([server, { dotNetValues }]) => [server, dotNetValues[name] ?? "not readable"] as const);
    return finding(`.NET ${name}`, said);
}

function notCompared(server: string, { computer, effective }: SeenSettings): readonly string[] {
    const unknown = Object.keys(effective).length === 0;
    return [
        ...(computer.toUpperCase() === server ? [] : [`${server}: its connection leads to ${computer}`]),
        ...(unknown ? [`${server}: protocols not compared, because its version of Windows is not known`] : []),
    ];
}

function inProtocol(all: Seen, protocol: string, role: "client" | "server"): readonly string[] {
    const states = all.flatMap(([server, { effective }]) => {
        const state = effective[protocol]?.[role];
        return state === undefined ? [] : [[server, state] as const];
    });
    const what = `${protocol} ${ROLES[role]}`;
    const configured = finding(
        what,
        states.map(([server, state]) => [server, state.configured]),
    );
    if (configured.length > 0) return configured;
    return finding(
        `${what}, configured alike but not yet active everywhere`,
        states.map(([server, { active }]) => [server, active]),
    );
}

function finding(what: string, said: readonly (readonly [string, string])[]): readonly string[] {
    const difference = differenceIn(said);
    return difference === undefined ? [] : [`${what}: ${difference}`];
}
