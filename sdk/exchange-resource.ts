import * as pulumi from "@pulumi/pulumi";
import type { ConnectionArgs } from "./connection";

/** What every resource of this package takes beside the properties of its object. */
export interface CommonArgs {
    /** How the organisation is reached; see {@link ConnectionArgs}. */
    connection: pulumi.Input<ConnectionArgs>;
    /**
     * What to do when the object exists already. `false` (default): refuse, and show it. `true`: manage the declared
     * properties; destroy puts their previous values back where nobody changed them since. `"own"`: it counts as
     * created by this resource, so destroy removes it (on an organisation-wide list: the declared entries). What is
     * once owned stays owned, as the output `onDestroy` says.
     */
    adopt?: pulumi.Input<boolean | "own">;
}

/**
 * The one place that knows how a Pulumi dynamic resource is written. `__provider` is a constant text instead of
 * serialised code: it stands in every state for ever and loads whatever version of this package is installed.
 */
export abstract class ExchangeResource<OnDestroy = string> extends pulumi.CustomResource {
    /** What destroying this resource does to the server. */
    declare readonly onDestroy: pulumi.Output<OnDestroy>;

    protected constructor(
        kind: string,
        name: string,
        args: object,
        outputs: readonly string[],
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const type = `pulumi-nodejs:dynamic/exchange:${kind}`;
        super(
            type,
            name,
            {
                ...Object.fromEntries([...outputs, "onDestroy"].map((output) => [output, undefined])),
                ...args,
                __provider: `exports.handler = () => require("pulumi-exchange-tls/provider").${kind};`,
                __urn: urnOf(name, type, opts.parent),
                __organization: pulumi.getOrganization(),
                __secrets: secretsOf(args),
            },
            // A replacement never stands beside what it replaces: both would have the same name.
            pulumi.mergeOptions({ deleteBeforeReplace: true }, opts),
        );
    }
}

/**
 * A promise, because the output would make the resource depend on its parent: a component stands for all its children,
 * and two of them would wait for each other for ever.
 */
function urnOf(name: string, type: string, parent: pulumi.Resource | undefined): Promise<string> {
    return new Promise((resolve) => pulumi.createUrn(name, type, parent).apply(resolve));
}

/** Names of the arguments that are secrets, which the engine does not tell a dynamic provider. */
function secretsOf(args: object): pulumi.Output<string[]> {
    const asked = Object.entries(args).map(async ([name, value]) =>
        (await pulumi.isSecret(pulumi.output(value))) ? [name] : [],
    );
    return pulumi.output(Promise.all(asked)).apply((names) => names.flat());
}
