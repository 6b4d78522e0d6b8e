import type * as pulumi from "@pulumi/pulumi";
import { type CommonArgs, ExchangeResource, type GetArgs, type GetOptions } from "./exchange-resource";
import type { TransportConfigProperties } from "./transport-config-properties";

/** Arguments of {@link TransportConfig}. */
export interface TransportConfigArgs extends CommonArgs, TransportConfigProperties {}

/**
 * Entries of the organisation's secure-domain lists (Set-TransportConfig; Exchange 2007 SP1 and later). Several
 * resources, stacks and people may each own entries of the same list.
 *
 * An entry that was there before stays at destroy; `adopt: "own"` claims it. A preview warns of an entry for which no
 * connector with `domainSecureEnabled` exists, live or in this program (rule D2), unless `standalone` is true. Edge
 * servers with a subscription get both lists from the organisation: change them on the Mailbox side.
 */
export class TransportConfig extends ExchangeResource {
    /** The declared entries of the list (parameter `TLSSendDomainSecureList`), never those of others in `merge` mode. */
    declare readonly tlsSendDomainSecureList: pulumi.Output<string[] | undefined>;
    /** The declared entries of the list (parameter `TLSReceiveDomainSecureList`), never those of others in `merge` mode. */
    declare readonly tlsReceiveDomainSecureList: pulumi.Output<string[] | undefined>;

    constructor(name: string, args: TransportConfigArgs, opts?: pulumi.CustomResourceOptions);
    /** What {@link TransportConfig.get} calls. */
    constructor(name: string, args: GetArgs, opts: GetOptions);
    constructor(name: string, args: TransportConfigArgs | GetArgs, opts?: pulumi.CustomResourceOptions) {
        super("TransportConfig", name, args, OUTPUTS, opts);
    }

    /**
     * The organisation's lists as they are live, with everybody's entries. They are read in every run, never changed and
     * never owned.
     *
     * @param id `transport-config`: every organisation has exactly one.
     */
    static get(name: string, id: pulumi.Input<pulumi.ID>, args: GetArgs, opts?: pulumi.CustomResourceOptions) {
        return new TransportConfig(name, args, { ...opts, id });
    }
}

const OUTPUTS = { computed: [], declared: ["tlsSendDomainSecureList", "tlsReceiveDomainSecureList"] };
