import type * as pulumi from "@pulumi/pulumi";
import { type CommonArgs, ExchangeResource } from "./exchange-resource";
import type { SendConnectorProperties } from "./send-connector-properties";

/** Arguments of {@link SendConnector}. */
export interface SendConnectorArgs extends CommonArgs, SendConnectorProperties {}

/**
 * A send connector of the organisation (New-, Set-, Remove-SendConnector; Exchange 2010 and later).
 *
 * Errors: an existing connector without `adopt` is refused and shown; combinations that Exchange refuses (rules S1-S10)
 * are refused before anything is sent; a server that cannot be read stops the run and changes nothing.
 */
export class SendConnector extends ExchangeResource {
    /** Guid of the connector, which stays when it is renamed. */
    declare readonly guid: pulumi.Output<string>;
    /** Place of the connector in the directory. */
    declare readonly distinguishedName: pulumi.Output<string>;
    /** Name of the connector (parameter `Name`). */
    declare readonly name: pulumi.Output<string>;
    /** What it delivers to, as the program spells it (parameter `AddressSpaces`). */
    declare readonly addressSpaces: pulumi.Output<string[]>;

    /** @param name Name of the Pulumi resource; the connector's own name is `args.name`. */
    constructor(name: string, args: SendConnectorArgs, opts?: pulumi.CustomResourceOptions) {
        super("SendConnector", name, args, ["guid", "distinguishedName"], opts);
    }
}
