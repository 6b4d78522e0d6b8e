import type { TransportServiceName, WireObject } from "../../session/frames";
import { RestartRefusedError } from "../errors";

/** A server whose services are restarted, as the directory names it. */
export interface Target {
    /** Short name. */
    readonly name: string;
    readonly fqdn: string;
    /** In the order of their restarts. */
    readonly services: readonly TransportServiceName[];
}

/** What has to be known of a server. */
export const SERVER_PROPERTIES = ["Name", "Fqdn", "IsHubTransportServer", "IsFrontendTransportServer", "IsEdgeServer"];

/** The servers that were asked for, each once, in that order; refuses the whole when one of them will not do. */
export function targetsOf(asked: readonly string[], servers: readonly WireObject[]): readonly Target[] {
    const rows = asked.map((name) => rowOf(name, servers));
    const unknown = asked.filter((_, at) => rows[at] === undefined);
    if (unknown.length > 0) {
        const known = servers.map(({ Name }) => String(Name)).sort();
        throw refused(unknown, `there is no such server; there are ${known.join(", ")}`, "Correct the name");
    }
    const found = rows.filter((row) => row !== undefined).map(targetOf);
    const idle = found.filter(({ services }) => services.length === 0).map(({ name }) => name);
    if (idle.length > 0) throw refused(idle, "it has no transport role, so no transport service", "Leave it out");
    return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at);
}

function rowOf(asked: string, servers: readonly WireObject[]): WireObject | undefined {
    return servers.find(({ Name, Fqdn }) => [Name, Fqdn].some((name) => sameName(name, asked)));
}

function targetOf(row: WireObject): Target {
    const name = String(row.Name);
    const fqdn = typeof row.Fqdn === "string" && row.Fqdn !== "" ? row.Fqdn : name;
    return { name, fqdn, services: servicesOf(row) };
}

/** Sheet 10: Mailbox servers since 2016 (2013: both roles) run both, Edge and 2010 Hub servers have no front end. */
function servicesOf(row: WireObject): readonly TransportServiceName[] {
    const frontEnd = row.IsFrontendTransportServer === true && row.IsEdgeServer !== true;
    const transport = row.IsHubTransportServer === true || row.IsEdgeServer === true;
    return [
        ...(frontEnd ? (["MSExchangeFrontEndTransport"] as const) : []),
        ...(transport ? (["MSExchangeTransport"] as const) : []),
    ];
}

function sameName(known: unknown, asked: string): boolean {
    return typeof known === "string" && known.toLowerCase() === asked.toLowerCase();
}

function refused(servers: readonly string[], answer: string, hint: string): RestartRefusedError {
    const facts = { server: servers.join(", "), step: "looking up the servers", answer };
    return new RestartRefusedError({ ...facts, hint: `${hint}, then run again; nothing was restarted` });
}
