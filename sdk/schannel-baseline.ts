import * as pulumi from "@pulumi/pulumi";

import { refuseDifferences } from "./extended-protection";
import type { SchannelBaselineArgs } from "./schannel-baseline-args";
import { differencesBetween } from "./schannel-differences";
import { settingsPerServer } from "./schannel-per-server";
import { SchannelSettings } from "./schannel-settings";

/**
 * The same SCHANNEL, .NET and WinHTTP settings on several servers: one {@link SchannelSettings} each, named
 * `<name>-<SERVER>`. The servers are independent of each other: one that is down fails alone.
 */
export class SchannelBaseline extends pulumi.ComponentResource {
    /** The settings by the server's short name in upper case, e.g. `EX01`. */
    readonly settings: Readonly<Record<string, SchannelSettings>>;
    /**
     * Where servers differ in what counts between them, as found on the servers: the effective TLS 1.0, 1.1 and 1.2 in
     * each role, and .NET's v4 values. Empty where they are alike. Each run that finds any also warns.
     */
    readonly differences: pulumi.Output<string[]>;

    /** @throws pulumi.RunError where `servers`, `perServer` or, with `extendedProtection`, the settings are not right. */
    constructor(name: string, args: SchannelBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
        super("exchange-tls:index:SchannelBaseline", name, {}, opts);
        const perServer = settingsPerServer(args);
        if (args.extendedProtection === true) refuseDifferences(perServer);
        const children = [...perServer].map(
            ([server, own]) => [server, new SchannelSettings(`${name}-${server}`, own, { parent: this })] as const,
        );
        this.settings = Object.fromEntries(children);
        const seen = children.map(
            ([server, { computer, effective, dotNetValues }]) =>
                [server, { computer, effective, dotNetValues }] as const,
        );
        this.differences = pulumi.output(Object.fromEntries(seen)).apply((found) => {
            const differences = differencesBetween(found);
            if (differences.length > 0) {
                const lines = differences.map((text) => `\n    ${text}`).join("");
                void pulumi.log.warn(`the TLS settings of the servers differ:${lines}`, this);
            }
            return differences;
        });
        this.registerOutputs({ differences: this.differences });
    }
}
