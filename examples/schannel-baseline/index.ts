import * as pulumi from "@pulumi/pulumi";
import * as exchange from "pulumi-exchange-tls";

// TLS of Windows and .NET as Exchange guidance wants it, alike on all servers. Reference sheet 7 and 15.
//
// It takes two runs with a restart after each, because TLS 1.0 and 1.1 must not go before what replaces them is in use:
//
//   1. pulumi up      TLS 1.2 and .NET (and ciphers, hashes, renegotiation) on every server. TLS 1.0 and 1.1 stay on:
//                     the preview lists them under "waits for a restart of the server" (G1).
//   2. restart        one server after the other, out of the load balancer and in maintenance mode. Nothing here restarts
//                     anything. `pulumi preview` repeats those lines for each server that is still to be restarted.
//   3. pulumi up      TLS 1.0 and 1.1 go off, but only on servers that were restarted; the others go on waiting.
//   4. restart        again one after the other. Then rebootRequired is false everywhere and `differences` is empty.
//
// Between 3 and 4, and whenever one server is behind, servers differ: `differences` says in what. Before 3: find out what
// still connects by TLS 1.0 or 1.1, and what the servers themselves connect to (domain controllers, SQL Server, scanners).
//
// Something broke after 3? `pulumi destroy` puts back each value that was changed, byte for byte; restart to make it hold.
const config = new pulumi.Config();
// Name of each server -> how to log on to itself: host, hostKey and what else differs from exchange-tls:connection.
const servers = config.requireObject<Record<string, Partial<exchange.Connection>>>("servers");
// true where Extended Protection is on: servers that are declared differently are refused then.
const extendedProtection = config.getBoolean("extendedProtection") ?? false;

const connectionTo = (own: Partial<exchange.Connection>) =>
    // Each server answers for its own Exchange version, so not the one from exchange-tls:exchangeServer.
    exchange.connection({ ...(own.host && { exchange: { server: own.host } }), ...own });

const tls = new exchange.SchannelBaseline("tls", {
    servers: Object.fromEntries(Object.entries(servers).map(([name, own]) => [name, connectionTo(own)])),
    extendedProtection,
    baseline: "exchange",
});

const ofEach = <T>(output: (settings: exchange.SchannelSettings) => pulumi.Output<T>) =>
    Object.fromEntries(Object.entries(tls.settings).map(([name, settings]) => [name, output(settings)]));

/** Servers that have to be restarted before what is configured is in use. */
export const rebootRequired = ofEach((settings) => settings.rebootRequired);
/** Where servers differ in what counts between them. */
export const differences = tls.differences;
/** What HealthChecker would print in colour. */
export const healthChecker = ofEach((settings) => settings.healthChecker);
// What `pulumi destroy` would put back, some sixty values of each server, stands in the output onDestroy of each resource.
// To see it in every run: export const onDestroy = ofEach((settings) => settings.onDestroy);
