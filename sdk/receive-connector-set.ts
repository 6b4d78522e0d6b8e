import * as pulumi from "@pulumi/pulumi";
import { ReceiveConnector } from "./receive-connector";
import { argsPerServer } from "./receive-connector-per-server";
import type { ReceiveConnectorSetArgs } from "./receive-connector-set-args";

/**
 * The same receive connector on several servers: one {@link ReceiveConnector} each, named `<name>-<SERVER>`. The
 * servers are independent of each other: one that is down fails alone. A server that is added or taken out later
 * touches no other server's connector.
 */
export class ReceiveConnectorSet extends pulumi.ComponentResource {
    /** The connectors by the server's short name in upper case, e.g. `EX01`. */
    readonly connectors: Readonly<Record<string, ReceiveConnector>>;

    /** @param name Name of the Pulumi resource; the connectors' own name is `args.name`. */
    constructor(name: string, args: ReceiveConnectorSetArgs, opts?: pulumi.ComponentResourceOptions) {
        super("exchange-tls:index:ReceiveConnectorSet", name, {}, opts);
        const children = [...argsPerServer(args)].map(
            ([server, own]) => [server, new ReceiveConnector(`${name}-${server}`, own, { parent: this })] as const,
        );
        this.connectors = Object.fromEntries(children);
        this.registerOutputs({});
    }
}
