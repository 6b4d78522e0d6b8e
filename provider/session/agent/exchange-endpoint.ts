import { isIPv6 } from "node:net";

import type { ConnectionSettings } from "../connection-settings";
import type { Credentials } from "../credentials";
import type { ExchangeEndpoint } from "../frames";

/** What the `open` frame says of Exchange. */
export function exchangeEndpoint({ host, exchange }: ConnectionSettings, credentials: Credentials): ExchangeEndpoint {
    switch (exchange.kind) {
        case "snapin":
            return { kind: "snapin", name: exchange.snapin };
        case "module":
            return { kind: "module", path: exchange.modulePath ?? "" };
        case "remote": {
            const server = exchange.server ?? host;
            const { username: user } = exchange;
            const { exchangePassword: v } = credentials;
            return {
                kind: "remote",
                uri: `http://${isIPv6(server) ? `[${server}]` : server}/PowerShell/`,
                authentication: exchange.authentication,
                ...(user !== undefined && v !== undefined && { credential: { user, v } }),
            };
        }
    }
}
