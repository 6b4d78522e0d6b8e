import * as pulumi from "@pulumi/pulumi";
import type { ReceiveConnectorArgs } from "./receive-connector";
import type { ReceiveConnectorSetArgs } from "./receive-connector-set";

/**
 * The arguments of each server's connector, by the server's short name in upper case.
 *
 * @throws pulumi.RunError where `servers` is empty, unknown or names a server twice, and where `perServer` names one
 * that is not in it.
 */
export function argsPerServer(args: ReceiveConnectorSetArgs): ReadonlyMap<string, ReceiveConnectorArgs> {
    const { servers, perServer = {}, ...common } = args;
    if (!Array.isArray(servers) || servers.some((server) => typeof server !== "string")) {
        throw new pulumi.RunError(
            "servers must be a plain list of names: write it out or read it from the stack's configuration, because outputs of other resources are not known in a preview",
        );
    }
    if (servers.length === 0) throw new pulumi.RunError("servers is empty: name at least one Exchange server");
    const spelled = byShortName("servers", servers);
    const overrides = byShortName("perServer", Object.keys(perServer));
    const stray = [...overrides].find(([server]) => !spelled.has(server));
    if (stray !== undefined) {
        const known = [...spelled.keys()].join(", ");
        throw new pulumi.RunError(
            `perServer names ${stray[1]}, which is not in servers (${known}): add it, or correct it`,
        );
    }
    return new Map(
        [...spelled].map(([short, server]) => {
            const own = perServer[overrides.get(short) ?? ""];
            return [short, { ...common, ...own, server }] as const;
        }),
    );
}

/** Short name in upper case → as it is spelled. */
function byShortName(what: string, names: readonly string[]): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const name of names) {
        const short = name.trim().replace(/\..*$/, "").toUpperCase();
        const twin = found.get(short);
        if (short === "") throw new pulumi.RunError(`${what} has an entry without a server name`);
        if (twin !== undefined) {
            throw new pulumi.RunError(
                `${what} names the server ${short} twice ("${twin}" and "${name}"): take one out`,
            );
        }
        found.set(short, name);
    }
    return found;
}
