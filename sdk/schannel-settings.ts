import type * as pulumi from "@pulumi/pulumi";
import type { ConnectionArgs } from "./connection";
import { ExchangeResource, type GetArgs } from "./exchange-resource";
import type { SchannelProperties } from "./schannel-settings-properties";

/** Arguments of {@link SchannelSettings}. */
export interface SchannelSettingsArgs extends SchannelProperties {
    /** The server itself: its registry is the one of the machine that is logged on to. */
    connection: pulumi.Input<ConnectionArgs>;
}

/** What one protocol does in one role. */
export interface ProtocolRoleState {
    /** From the next start of the machine on: `offered`, `on request`, `off`, `not supported` or `unclear`. */
    configured: string;
    /** What the running system does, as far as our own changes tell. */
    active: string;
    /** Whether values say so (`configured`), or Windows does where there are none (`OS default`). */
    by: string;
    /** Raw values: `absent`, `DWord 0` … */
    enabled: string;
    disabledByDefault: string;
}

/**
 * SCHANNEL, .NET and WinHTTP settings of one server, one resource per server (Windows Server 2012 R2 to 2025).
 *
 * Only values that differ are written, each is shown before (path, name, old kind and data, new), and destroy puts each
 * back as it was, byte for byte, where nobody changed it since. Nothing is restarted: `rebootRequired` stays true until
 * the machine was. TLS 1.0 and 1.1 go off only once TLS 1.2 and the .NET values are in place **and active**: with both in
 * one program the first `up` writes the latter, and the next one after a restart the former.
 *
 * Replaced only where its connection leads to another machine: `--replace` is refused, because what goes back and comes anew
 * would let old versions in until a restart.
 *
 * Errors: combinations that leave the server without usable TLS are refused with the guard's code; a server whose Windows
 * or Exchange version is not known is read and never written.
 */
export class SchannelSettings extends ExchangeResource<string[]> {
    /** Name of the machine. */
    declare readonly computer: pulumi.Output<string>;
    /** Windows with its build. */
    declare readonly windows: pulumi.Output<string>;
    /** AdminDisplayVersion of Exchange on it. */
    declare readonly exchange: pulumi.Output<string>;
    /** .NET Framework that is installed, null where it could not be read. */
    declare readonly dotNetFramework: pulumi.Output<string | null>;
    /** Protocol → what it does in each role, with the label that HealthChecker gives it. */
    declare readonly effective: pulumi.Output<
        Record<string, { client: ProtocolRoleState; server: ProtocolRoleState; healthChecker: string }>
    >;
    /**
     * The eight values of .NET Framework as they stand there, e.g. `v4.64-bit.strongCrypto` → `DWord 1`, `absent` …
     */
    declare readonly dotNetValues: pulumi.Output<Record<string, string>>;
    /** Lines that HealthChecker would print in red or yellow. */
    declare readonly healthChecker: pulumi.Output<string[]>;
    /** Whether a change of this resource is configured and not active: true until the machine was restarted. */
    declare readonly rebootRequired: pulumi.Output<boolean>;
    /** When that began, ISO 8601 UTC by the machine's clock; null where nothing is pending. */
    declare readonly pendingSince: pulumi.Output<string | null>;
    /** Odd values and keys that were found: wrong kinds, nested keys, look-alikes. */
    declare readonly findings: pulumi.Output<string[]>;

    constructor(name: string, args: SchannelSettingsArgs, opts?: pulumi.CustomResourceOptions) {
        super("SchannelSettings", name, args, OUTPUTS, opts);
    }

    /**
     * The settings of a server that somebody else manages, as they are live. They are read in every run, never changed
     * and never given back.
     *
     * @param id Name of the machine, e.g. `EX01`.
     *
     * Errors: the connection reaches another machine.
     */
    static get(name: string, id: pulumi.Input<pulumi.ID>, args: GetArgs, opts?: pulumi.CustomResourceOptions) {
        return new SchannelSettings(name, args, { ...opts, id });
    }
}

const OUTPUTS = {
    computed: [
        ...["computer", "windows", "exchange", "dotNetFramework", "effective", "dotNetValues"],
        ...["healthChecker", "rebootRequired", "pendingSince", "findings"],
    ],
};
