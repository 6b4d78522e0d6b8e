import * as pulumi from "@pulumi/pulumi";
import type { Connection } from "./connection";

/**
 * The connection that the stack's configuration describes: `exchange-tls:host`, `exchange-tls:username` and
 * `exchange-tls:hostKey` are needed; `exchange-tls:port` and `exchange-tls:exchangeServer` (FQDN of the Exchange server,
 * where `host` is a management host) are optional, and `exchange-tls:connection` may hold any other property of
 * {@link Connection} as an object. `overrides` win.
 *
 * @throws where a needed key is missing, with the command that sets it.
 */
export function connection(overrides: Partial<Connection> = {}): Connection {
    const config = new pulumi.Config("exchange-tls");
    const port = config.getNumber("port");
    const server = config.get("exchangeServer");
    const rest = config.getObject<Partial<Connection>>("connection");
    return {
        ...rest,
        ...(port !== undefined && { port }),
        ...(server !== undefined && { exchange: { ...rest?.exchange, server } }),
        ...overrides,
        host: overrides.host ?? config.require("host"),
        username: overrides.username ?? config.require("username"),
        hostKey: overrides.hostKey ?? config.require("hostKey"),
    };
}
