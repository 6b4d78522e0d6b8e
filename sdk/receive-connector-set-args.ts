import type { ReceiveConnectorArgs } from "./receive-connector";

/** What the connectors of a `ReceiveConnectorSet` have in common. */
export type ReceiveConnectorSetProperties = Omit<ReceiveConnectorArgs, "server">;

/** Arguments of `ReceiveConnectorSet`: those of a receive connector, and the servers that get one. */
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
