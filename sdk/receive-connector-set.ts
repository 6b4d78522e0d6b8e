import * as pulumi from "@pulumi/pulumi";
import { ReceiveConnector, type ReceiveConnectorArgs } from "./receive-connector";
import { argsPerServer } from "./receive-connector-per-server";

/** What the connectors of a {@link ReceiveConnectorSet} have in common. */
export type ReceiveConnectorSetProperties = Omit<ReceiveConnectorArgs, "server">;

/** Arguments of {@link ReceiveConnectorSet}: those of a receive connector, and the servers that get one. */
export interface ReceiveConnectorSetArgs extends ReceiveConnectorSetProperties {
    /**
     * Exchange servers, short names or FQDNs, each once. Plain texts and no outputs, so that a preview knows which
     * connectors there will be.
     */
    servers: readonly string[];
    /**
     * What is different on one server, by its name in any spelling: its own `connection`, `fqdn`, `bindings`, or any
     * other property. Each takes the place of the common one as a whole.
     */
    perServer?: Readonly<Record<string, Partial<ReceiveConnectorSetProperties>>>;
}

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
