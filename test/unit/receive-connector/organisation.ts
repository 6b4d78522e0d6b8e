import type { Around, Case, ExchangeServer, Neighbour } from "../../../provider/resources/case";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { isBuiltIn } from "../../../provider/resources/receive-connector/built-ins";
import { NotChecked } from "../../../provider/resources/rule";
import type { FieldValues } from "../../../provider/resources/values";
import type { WireObject } from "../../../provider/session/frames";
import { canonical } from "./canonical";

type Spelled = Readonly<Record<string, unknown>>;

function server(name: string, more: Partial<ExchangeServer>): ExchangeServer {
    const fqdn = `${name.toLowerCase()}.contoso.com`;
    const roles = { isEdge: false, isHub: true, isFrontend: true, site: "Berlin" };
    return { name, fqdn, version: "Version 15.2 (Build 1258.12)", release: "2019", ...roles, ...more };
}

/** Two Mailbox servers, a 2013 server without the front end, a Hub of 2010, an Edge server, one of an unknown version. */
export const servers: readonly ExchangeServer[] = [
    server("EX01", {}),
    server("EX02", {}),
    server("MBX13", { release: "2013", isFrontend: false }),
    server("HUB10", { release: "2010 SP1", isFrontend: false }),
    server("EDGE01", { isEdge: true, isHub: false, isFrontend: false, site: null }),
    server("EX99", { release: undefined }),
];

export const ALL_V4 = "0.0.0.0-255.255.255.255";
export const ALL_V6 = "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
export const FIVE = ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"];

const common = { enabled: true, requireTls: false, domainSecureEnabled: false, remoteIpRanges: [ALL_V4, ALL_V6] };

/** `Default Frontend` and `Client Frontend` as setup makes them (reference sheet 5.5), in the program's spelling. */
export function defaultFrontend(on: string): Spelled {
    return {
        ...common,
        fqdn: `${on.toLowerCase()}.contoso.com`,
        transportRole: "FrontendTransport",
        bindings: ["0.0.0.0:25", "[::]:25"],
        authMechanism: FIVE,
        permissionGroups: ["AnonymousUsers", "ExchangeServers", "ExchangeLegacyServers"],
    };
}

export function clientFrontend(on: string): Spelled {
    return {
        ...common,
        fqdn: `${on.toLowerCase()}.contoso.com`,
        transportRole: "FrontendTransport",
        bindings: ["0.0.0.0:587", "[::]:587"],
        authMechanism: FIVE.slice(0, 4),
        permissionGroups: ["ExchangeUsers"],
    };
}

export function neighbour(on: string, name: string, values: Spelled, declared = false): Neighbour {
    return { name, server: on, values: canonical(values), declared };
}

/** What is around the connector unless a test says otherwise. */
export const defaults: readonly Neighbour[] = [
    neighbour("EX01", "Default Frontend EX01", defaultFrontend("EX01")),
    neighbour("EX01", "Client Frontend EX01", clientFrontend("EX01")),
    neighbour("EX01", "Default EX01", {
        ...defaultFrontend("EX01"),
        transportRole: "HubTransport",
        bindings: ["0.0.0.0:2525", "[::]:2525"],
    }),
    neighbour("EX02", "Default Frontend EX02", defaultFrontend("EX02")),
];

export interface Scene {
    readonly neighbours?: readonly Neighbour[] | "unreadable";
    /** What `Get-` cmdlets answer; one that is not in it cannot be read. */
    readonly facts?: Readonly<Record<string, readonly WireObject[]>>;
    readonly servers?: readonly ExchangeServer[];
    /** The server whose cmdlets answer. */
    readonly session?: string;
    readonly addresses?: Partial<Around["addresses"]>;
}

/** The calls that rules made are kept in `asked`. */
export function around(scene: Scene, asked: string[] = []): Around {
    const there = scene.servers ?? servers;
    const session = there.find(({ name }) => name === (scene.session ?? "EX01"));
    if (session === undefined) throw new Error("no such server");
    return {
        session,
        servers: there,
        neighbours() {
            if (scene.neighbours === "unreadable") throw new NotChecked("Get-ReceiveConnector was not answered");
            return scene.neighbours ?? defaults;
        },
        fact({ cmd, par }) {
            asked.push([cmd, ...Object.values(par)].join(" "));
            const answer = scene.facts?.[cmd];
            if (answer === undefined) throw new NotChecked(`${cmd} was not answered`);
            return answer;
        },
        addresses: { servers: [], loadBalancers: [], ...scene.addresses },
    };
}

export interface Change extends Scene {
    readonly on?: string;
    readonly name?: string;
    /** What is live; undefined: a new connector. */
    readonly live?: Spelled;
    readonly declared?: Spelled;
    /** The live object in the server's own texts. */
    readonly wire?: WireObject;
}

/** A connector as the rules see it before `declared` is written. */
export function subject({ on = "EX01", name = "From Fabrikam", live, declared = {}, wire, ...scene }: Change): Case {
    const said = canonical(declared);
    const was = live && canonical(live);
    const values: FieldValues = { ...(was ?? receiveConnector.initial(said)), ...said };
    const action = was === undefined ? "create" : Object.keys(said).length > 0 ? "change" : "none";
    const builtIn = isBuiltIn(name, on);
    return { name, server: on, action, values, live: was, wire, declared: said, builtIn, around: around(scene) };
}

/** What the rules of one code find, as `severity: text`. */
export function found(code: string, change: Change): readonly string[] {
    const rules = receiveConnector.crossRules.filter((rule) => rule.code === code);
    if (rules.length === 0) throw new Error(`no rule ${code}`);
    const one = subject(change);
    return rules.flatMap((rule) => rule.find(one)).map(({ severity, text }) => `${severity}: ${text}`);
}
