import type * as pulumi from "@pulumi/pulumi";
import type { ConnectionArgs } from "./connection";
import type { SchannelProperties } from "./schannel-settings-properties";

/** Settings of the servers of a `SchannelBaseline`. */
export interface SchannelBaselineSettings extends Omit<SchannelProperties, "baseline"> {
    /**
     * `exchange` (default): the settings that Exchange guidance wants on each server's Windows and Exchange; what is
     * declared beside it wins, setting by setting. `none`: only what is declared.
     */
    baseline?: "exchange" | "none";
}

/** Arguments of `SchannelBaseline`: settings that all servers have in common, and the servers. */
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
