import { local } from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import { isTimeout, MOST_TIMEOUT_S } from "../provider/cli/restart/timeout";
import { variableOf } from "../provider/pulumi/run/run-config";
import type { ConnectionArgs } from "./connection";
import { settingsOfStack } from "./stack-settings";

/** Arguments of {@link TransportRestart}. */
export interface TransportRestartArgs {
    /** How the organisation is reached; see {@link ConnectionArgs}. A change restarts nothing. */
    connection: pulumi.Input<ConnectionArgs>;
    /**
     * Short names or FQDNs of the servers, in the order of their restarts. A change restarts nothing: name the list in
     * `triggers` as well where a new server shall make all of them restart.
     */
    servers: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Values of any kind. The services are restarted when the resource is created and whenever one of these differs
     * from the last time, e.g. `[certificate.thumbprint]`; at no other time.
     */
    triggers: pulumi.Input<readonly unknown[]>;
    /** Most that one server may take, 1 to 3600 seconds. Default 300. A change restarts nothing. */
    timeoutSeconds?: pulumi.Input<number>;
}

/**
 * Restarts the transport services (MSExchangeFrontEndTransport, MSExchangeTransport) of one server after another, as
 * `exchange-tls restart-transport` does: the next server only when the services of the one before run and all its
 * bindings listen; the update fails at the first that does not come back, names it, and leaves the rest alone. The next
 * `pulumi up` then begins again with the first server.
 *
 * Nothing in this package restarts a service by itself, and Exchange picks up connectors and lists without a restart. It
 * is common practice after a new certificate, and needed after a change to EdgeTransport.exe.config or to transport
 * agents. Put it behind what needs it, and name in `triggers` what that depends on:
 *
 * ```ts
 * new exchange.TransportRestart("certificate-2027", {
 *     connection,
 *     servers: ["EX01", "EX02"],
 *     triggers: [send.tlsCertificateName],
 * }, { dependsOn: [send] });
 * ```
 *
 * It keeps to the stack's `exchange-tls:changeWindow` and writes to its `exchange-tls:auditLog`. Destroying it restarts
 * nothing. A resource that is renamed without `aliases` is a new one, so it restarts. It runs
 * through `local.Command` of `@pulumi/command`, with the provider's credentials (`EXCHANGE_TLS_PASSWORD`, …).
 */
export class TransportRestart extends pulumi.ComponentResource {
    constructor(name: string, args: TransportRestartArgs, opts: pulumi.ComponentResourceOptions = {}) {
        settingsOfStack();
        const problem = problemIn(args);
        if (problem !== undefined) throw new pulumi.RunError(`TransportRestart '${name}' ${problem}`);
        super("exchange-tls:index:TransportRestart", name, {}, opts);
        new local.Command(
            name,
            {
                // No shell: nothing needs quoting, on any system. The package is found from the program's folder, as
                // the provider is, so no path of this machine stands in the state.
                interpreter: ["node", "-e"],
                create: pulumi.all([args.servers, args.timeoutSeconds]).apply(restartScript),
                // A changed trigger replaces the resource, which runs `create`; any other change comes here.
                update: NOTHING,
                environment: {
                    EXCHANGE_TLS_CONNECTION: pulumi.jsonStringify(args.connection),
                    EXCHANGE_TLS_STACK: `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`,
                    // A promise: the output would make the command wait for its parent, which stands for the command.
                    EXCHANGE_TLS_URN: new Promise<string>((resolve) => this.urn.apply(resolve)),
                    ...windowAndLog(),
                },
                triggers: pulumi.output(args.triggers).apply((triggers) => [...triggers]),
            },
            { parent: this, ...(opts.dependsOn !== undefined && { dependsOn: opts.dependsOn }) },
        );
        this.registerOutputs({});
    }
}

/** What can be known without any output: the command itself says it only in an update. */
function problemIn(args: Partial<TransportRestartArgs> = {}): string | undefined {
    const missing = (["connection", "servers", "triggers"] as const).find((name) => args[name] === undefined);
    if (missing !== undefined) return `needs ${missing}`;
    const { servers, timeoutSeconds: seconds } = args;
    if (Array.isArray(servers) && servers.length === 0) return "needs at least one server in servers";
    if (typeof seconds !== "number" || isTimeout(seconds)) return undefined;
    return `has timeoutSeconds ${seconds}: it must be a whole number from 1 to ${MOST_TIMEOUT_S}`;
}

/** As the provider takes them: the environment's, or else the configuration's, of the moment at which it restarts. */
function windowAndLog(): Record<string, string> {
    const config = new pulumi.Config("exchange-tls");
    const texts = ["changeWindow", "auditLog"].flatMap((name) => {
        const text = process.env[variableOf(name)] || config.get(name);
        return text === undefined ? [] : [[variableOf(name), text]];
    });
    return Object.fromEntries(texts);
}

const NOTHING = "// Only a changed trigger restarts anything.";

function restartScript([servers, timeoutSeconds]: [string[], number | undefined]): string {
    const named = servers.flatMap((server) => ["--server", server]);
    const timeout = timeoutSeconds === undefined ? [] : ["--timeout", String(timeoutSeconds)];
    const args = ["restart-transport", ...named, ...timeout];
    return `require("pulumi-exchange-tls/cli").main(${JSON.stringify(args)})`;
}
