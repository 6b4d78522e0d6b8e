import * as pulumi from "@pulumi/pulumi";
import type { ConnectionArgs } from "./connection";
import { refuseDifferences } from "./extended-protection";
import { differencesBetween } from "./schannel-differences";
import { settingsPerServer } from "./schannel-per-server";
import { SchannelSettings } from "./schannel-settings";
import type { SchannelProperties } from "./schannel-settings-properties";

/** Settings of the servers of a {@link SchannelBaseline}. */
export interface SchannelBaselineSettings extends Omit<SchannelProperties, "baseline"> {
    /**
     * `exchange` (default): the settings that Exchange guidance wants on each server's Windows and Exchange; what is
     * declared beside it wins, setting by setting. `none`: only what is declared.
     */
    baseline?: "exchange" | "none";
}

/** Arguments of {@link SchannelBaseline}: settings that all servers have in common, and the servers. */
export interface SchannelBaselineArgs extends SchannelBaselineSettings {
    /**
     * Exchange servers, each with a connection to itself: settings are those of the machine that is logged on to. The
     * names are plain texts and no outputs, so that a preview knows which resources there will be.
     */
    servers: Readonly<Record<string, pulumi.Input<ConnectionArgs>>>;
    /**
     * What is different on one server, by its name in any spelling. It wins over the common settings, setting by setting;
     * orders of suites and curves, WinHTTP's protocols and `force` as a whole.
     */
    perServer?: Readonly<Record<string, SchannelBaselineSettings>>;
    /**
     * Whether Windows Extended Protection is on in the organisation, which cannot be seen from here. `true`: servers that
     * are declared to differ in TLS 1.0, 1.1 and 1.2 or in .NET's v4 values are refused, and so are v4 values other than
     * true, because such servers cannot proxy clients to each other. `false` (default): they are told in `differences`.
     */
    extendedProtection?: boolean;
}

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
