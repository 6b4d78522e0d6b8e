import * as pulumi from "@pulumi/pulumi";
import type { Connection } from "./connection";

/**
 * The connection that the stack's configuration describes: `exchange-tls:host`, `exchange-tls:username` and
 * `exchange-tls:hostKey` are needed; `exchange-tls:port` and `exchange-tls:exchangeServer` (FQDN of the Exchange server,
 * where `host` is a management host) are optional, and `exchange-tls:connection` may hold any other property of
 * {@link Connection} as an object. `overrides` win.
 *
 * @throws pulumi.RunError where a needed key is missing, with the commands that set all of them.
 */
export function connection(overrides: Partial<Connection> = {}): Connection {
    const config = new pulumi.Config("exchange-tls");
    const port = config.getNumber("port");
    const server = config.get("exchangeServer");
    const rest = config.getObject<Partial<Connection>>("connection");
    const { host, username, hostKey } = { ...needed(config), ...rest, ...overrides };
    if (host === undefined || username === undefined || hostKey === undefined) {
        const missing = Object.entries({ host, username, hostKey }).filter(([, value]) => value === undefined);
        const commands = missing.map(([key]) => `\n    pulumi config set exchange-tls:${key} <value>`).join("");
        throw new pulumi.RunError(`The connection to Exchange is not configured. Next:${commands}`);
    }
    return {
        ...rest,
        ...(port !== undefined && { port }),
        ...(server !== undefined && { exchange: { ...rest?.exchange, server } }),
        ...overrides,
        ...{ host, username, hostKey },
    };
}

function needed(config: pulumi.Config): Partial<Connection> {
    const found = ["host", "username", "hostKey"].map((key) => [key, textOrList(config, key)]);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

/** The CLI hands a list (`pulumi config set --path 'exchange-tls:hostKey[0]' …`) over as JSON. */
function textOrList(config: pulumi.Config, key: string): string | string[] | undefined {
    const text = config.get(key);
    return text?.startsWith("[") ? config.getObject<string[]>(key) : text;
}
