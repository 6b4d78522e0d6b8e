import * as pulumi from "@pulumi/pulumi";
import type { ReceiveConnectorArgs } from "./receive-connector";
import type { ReceiveConnectorSetArgs } from "./receive-connector-set-args";
import { byShortName, overridesOf } from "./server-names";

/**
 * The arguments of each server's connector, by the server's short name in upper case.
 *
 * @throws pulumi.RunError where `servers` is empty, unknown or names a server twice, where `server` stands beside it, and
 * where `perServer` names one that is not in it.
 */
export function argsPerServer(args: ReceiveConnectorSetArgs): ReadonlyMap<string, ReceiveConnectorArgs> {
    const { servers, perServer = {}, ...common } = args;
    if (!Array.isArray(servers) || servers.some((server) => typeof server !== "string")) {
        throw new pulumi.RunError(
            "servers must be a plain list of names: write it out or read it from the stack's configuration, because outputs of other resources are not known in a preview",
        );
    }
    if ("server" in common) throw new pulumi.RunError("server has no place beside servers: name it there");
    if (servers.length === 0) throw new pulumi.RunError("servers is empty: name at least one Exchange server");
    const spelled = byShortName("servers", servers);
    const overrides = overridesOf(spelled, perServer);
    return new Map(
        [...spelled].map(([short, server]) => [short, { ...common, ...overrides.get(short), server }] as const),
    );
}
