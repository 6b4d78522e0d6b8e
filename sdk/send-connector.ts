import * as pulumi from "@pulumi/pulumi";
import { type CommonArgs, ExchangeResource, type GetArgs, type GetOptions } from "./exchange-resource";
import type { SendConnectorProperties } from "./send-connector-properties";

/** Arguments of {@link SendConnector}. */
export interface SendConnectorArgs extends CommonArgs, SendConnectorProperties {}

/**
 * A send connector of the organisation (New-, Set-, Remove-SendConnector; Exchange 2007 and later).
 *
 * Errors: an existing connector without `adopt` is refused and shown; combinations that Exchange refuses or that stop
 * mail (rules S1 to S23) are refused before anything is sent; a server that cannot be read stops the run and changes
 * nothing. Warnings say what is only unwise, e.g. that another connector with weaker TLS takes over (rule D1).
 */
export class SendConnector extends ExchangeResource {
    /** Guid of the connector, which stays when it is renamed. */
    declare readonly guid: pulumi.Output<string>;
    /** Place of the connector in the directory. */
    declare readonly distinguishedName: pulumi.Output<string>;
    /** Name of the connector (parameter `Name`). */
    declare readonly name: pulumi.Output<string>;
    /** What it delivers to, as the program spells it (parameter `AddressSpaces`); undefined where that leaves it out. */
    declare readonly addressSpaces: pulumi.Output<string[] | undefined>;
    /** What the connector does about TLS, in words, e.g. `TLS mandatory, no certificate check`. */
    declare readonly effectiveTls: pulumi.Output<string>;
    /**
     * Certificate that each source server would present: thumbprint, subject and last day; `none`; or
     * `not checked: ` and why. Undefined unless `tlsCertificateName`, `fqdn`, `domainSecureEnabled` or `requireTls` is
     * declared.
     */
    declare readonly certificates: pulumi.Output<Record<string, string> | undefined>;
    /** When the connector was last written by anybody, ISO 8601 in UTC. */
    declare readonly whenChanged: pulumi.Output<string>;
    /** Domain controller that answered. */
    declare readonly originatingServer: pulumi.Output<string>;

    /** @param name Name of the Pulumi resource; the connector's own name is `args.name`. */
    constructor(name: string, args: SendConnectorArgs, opts?: pulumi.CustomResourceOptions);
    /** What {@link SendConnector.get} calls. */
    constructor(name: string, args: GetArgs, opts: GetOptions);
    constructor(name: string, args: SendConnectorArgs | GetArgs, opts?: pulumi.CustomResourceOptions) {
        super("SendConnector", name, withSecret(args), OUTPUTS, opts);
    }

    /**
     * A send connector that somebody else manages, as it is live. It is read in every run, never changed and never
     * owned: destroy leaves it.
     *
     * @param id Guid of the connector (`Get-SendConnector | Format-List Name, Guid`).
     *
     * Errors: no connector with this Guid; the message lists those that there are.
     */
    static get(name: string, id: pulumi.Input<pulumi.ID>, args: GetArgs, opts?: pulumi.CustomResourceOptions) {
        return new SendConnector(name, args, { ...opts, id });
    }
}

const OUTPUTS = {
    computed: ["guid", "distinguishedName", "effectiveTls", "certificates", "whenChanged", "originatingServer"],
    declared: ["name", "addressSpaces"],
};

/** The password is a secret whatever the program passes. */
function withSecret(args: SendConnectorArgs | GetArgs): SendConnectorArgs | GetArgs {
    const { authenticationCredential: password } = { ...(args as Partial<SendConnectorArgs>) };
    return password === undefined ? args : { ...args, authenticationCredential: pulumi.secret(password) };
}
