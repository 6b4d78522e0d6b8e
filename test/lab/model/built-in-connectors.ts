import type { Chance } from "../chance.js";
import { isWithin } from "./product.js";
import type { ReceiveConnector, ReceiveConnectorSettings } from "./receive-connector.js";
import { EVERY_ADDRESS, newReceiveConnectorSettings } from "./receive-defaults.js";
import type { Server } from "./server.js";

type Named = Partial<ReceiveConnectorSettings> &
    Pick<ReceiveConnectorSettings, "Name" | "Bindings" | "AuthMechanism" | "PermissionGroups">;

/** The receive connectors that setup leaves on a server (sheet 5.5). */
export function builtInConnectors(server: Server, chance: Chance): ReceiveConnector[] {
    return listOf(server).map((own) => ({
        guid: chance.guid(),
        created: server.installed,
        changed: server.installed,
        server: server.name,
        settings: {
            ...newReceiveConnectorSettings(server),
            RemoteIPRanges: EVERY_ADDRESS,
            // Setup writes 5 where a connector made by hand gets 8.
            MaxLocalHopCount: 5,
            ...own,
        },
        rights: [],
    }));
}

function listOf(server: Server): Named[] {
    if (server.isEdge) return edge(server.name);
    return isWithin(server.product, "2007", "2010") ? hub(server.name) : mailbox(server.name);
}

const on = (port: number) => [`0.0.0.0:${port}`, `[::]:${port}`];
const CLIENT = "Tls, Integrated, BasicAuth, BasicAuthRequireTLS";
const ALL = `${CLIENT}, ExchangeServer`;
const SERVERS = "ExchangeServers, ExchangeLegacyServers";

const clientSettings = { MessageRateLimit: "5", MessageRateSource: "User", EnableAuthGSSAPI: true } as const;
const hubSettings = {
    SizeEnabled: "EnabledWithoutValue",
    MaxRecipientsPerMessage: 5000,
    MaxInboundConnectionPerSource: "Unlimited",
    MaxInboundConnectionPercentagePerSource: 100,
} as const;

function mailbox(name: string): Named[] {
    const frontEnd = { TransportRole: "FrontendTransport" } as const;
    const verbose = { ProtocolLoggingLevel: "Verbose" } as const;
    return [
        {
            Name: `Default ${name}`,
            Bindings: on(2525),
            AuthMechanism: ALL,
            PermissionGroups: `ExchangeUsers, ${SERVERS}`,
            ...hubSettings,
        },
        {
            Name: `Client Proxy ${name}`,
            Bindings: on(465),
            AuthMechanism: ALL,
            PermissionGroups: "ExchangeUsers, ExchangeServers",
            ...clientSettings,
        },
        {
            Name: `Default Frontend ${name}`,
            Bindings: on(25),
            AuthMechanism: ALL,
            PermissionGroups: `AnonymousUsers, ${SERVERS}`,
            ...frontEnd,
            ...verbose,
        },
        {
            Name: `Outbound Proxy Frontend ${name}`,
            // The order of bindings isn't stable: both were seen in one organisation.
            Bindings: on(717).reverse(),
            AuthMechanism: ALL,
            PermissionGroups: "ExchangeServers",
            TarpitInterval: "00:00:00",
            ...frontEnd,
            ...verbose,
        },
        {
            Name: `Client Frontend ${name}`,
            Bindings: on(587).reverse(),
            AuthMechanism: CLIENT,
            PermissionGroups: "ExchangeUsers",
            ...frontEnd,
            ...clientSettings,
        },
    ];
}

function edge(name: string): Named[] {
    return [
        {
            Name: `Default internal receive connector ${name}`,
            Bindings: ["0.0.0.0:25"],
            RemoteIPRanges: ["0.0.0.0-255.255.255.255"],
            AuthMechanism: "Tls, ExchangeServer",
            PermissionGroups: "AnonymousUsers, ExchangeServers, Partners",
            MessageRateLimit: "600",
            DomainSecureEnabled: true,
        },
    ];
}

/** Mechanisms and groups as of the later connectors of that purpose, which is unverified. */
function hub(name: string): Named[] {
    return [
        {
            Name: `Default ${name}`,
            Bindings: on(25),
            AuthMechanism: ALL,
            PermissionGroups: `ExchangeUsers, ${SERVERS}`,
            ...hubSettings,
        },
        {
            Name: `Client ${name}`,
            Bindings: on(587),
            AuthMechanism: CLIENT,
            PermissionGroups: "ExchangeUsers",
            EnableAuthGSSAPI: true,
        },
    ];
}
