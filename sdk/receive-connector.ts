import type * as pulumi from "@pulumi/pulumi";
import { type CommonArgs, ExchangeResource, type GetArgs, type GetOptions } from "./exchange-resource";
import type { ReceiveConnectorProperties } from "./receive-connector-properties";

/** Arguments of {@link ReceiveConnector}. */
export interface ReceiveConnectorArgs extends CommonArgs, ReceiveConnectorProperties {}

/**
 * A receive connector of one Exchange server (New-, Set-, Remove-ReceiveConnector; Exchange 2007 and later). For the
 * same connector on several servers: {@link ReceiveConnectorSet}.
 *
 * Errors: an existing connector without `adopt` is refused and shown; combinations that Exchange refuses or that stop
 * mail (rules R1 to R29) are refused before anything is sent; a server that cannot be read stops the run and changes
 * nothing. Warnings say what is only unwise, e.g. that clients fall to a connector with less TLS (rule D1). Connectors
 * that setup made are never removed.
 */
export class ReceiveConnector extends ExchangeResource {
    /** Guid of the connector, which stays when it is renamed. */
    declare readonly guid: pulumi.Output<string>;
    /** Place of the connector in the directory. */
    declare readonly distinguishedName: pulumi.Output<string>;
    /** Name of the connector (parameter `Name`). */
    declare readonly name: pulumi.Output<string>;
    /** Server of the connector, as the program spells it (parameter `Server`). */
    declare readonly server: pulumi.Output<string>;
    /** What the connector does about TLS, in words, e.g. `STARTTLS required: no mail is taken in plain text; …`. */
    declare readonly effectiveTls: pulumi.Output<string>;
    /**
     * Certificate that the server would present: thumbprint, subject and last day; `none`; or `not checked: ` and why.
     * Empty unless `tlsCertificateName`, `fqdn`, `domainSecureEnabled` or `requireTls` is declared.
     */
    declare readonly certificates: pulumi.Output<Record<string, string>>;
    /** When the connector was last written by anybody, ISO 8601 in UTC. */
    declare readonly whenChanged: pulumi.Output<string>;
    /** Domain controller that answered. */
    declare readonly originatingServer: pulumi.Output<string>;

    /** @param name Name of the Pulumi resource; the connector's own name is `args.name`. */
    constructor(name: string, args: ReceiveConnectorArgs, opts?: pulumi.CustomResourceOptions);
    /** What {@link ReceiveConnector.get} calls. */
    constructor(name: string, args: GetArgs, opts: GetOptions);
    constructor(name: string, args: ReceiveConnectorArgs | GetArgs, opts?: pulumi.CustomResourceOptions) {
        super("ReceiveConnector", name, args, OUTPUTS, opts);
    }

    /**
     * A receive connector that somebody else manages, as it is live. It is read in every run, never changed and never
     * owned: destroy leaves it.
     *
     * @param id Guid of the connector (`Get-ReceiveConnector | Format-List Identity, Guid`).
     *
     * Errors: no connector with this Guid; the message lists those that there are.
     */
    static get(name: string, id: pulumi.Input<pulumi.ID>, args: GetArgs, opts?: pulumi.CustomResourceOptions) {
        return new ReceiveConnector(name, args, { ...opts, id });
    }
}

const OUTPUTS = {
    computed: ["guid", "distinguishedName", "effectiveTls", "certificates", "whenChanged", "originatingServer"],
    declared: ["name", "server"],
};
