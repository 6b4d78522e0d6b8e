import * as pulumi from "@pulumi/pulumi";
import type { ConnectionArgs } from "./connection";
import { settingsOfStack } from "./stack-settings";
import { type KindName, providerOf, typeOf } from "./state-form";

/** What every resource of this package takes beside the properties of its object. */
export interface CommonArgs {
    /** How the organisation is reached; see {@link ConnectionArgs}. */
    connection: pulumi.Input<ConnectionArgs>;
    /**
     * What to do when the object exists already. `false` (default): refuse, and show it. `true`: manage the declared
     * properties; destroy puts their previous values back where nobody changed them since. `"own"`: it counts as
     * created by this resource, so destroy removes it (on an organisation-wide list: the declared entries). What is
     * once owned stays owned, as the output `onDestroy` says. With `true` or `"own"`, what only a new object needs
     * (`addressSpaces`; `bindings`, `remoteIpRanges`, `transportRole`) may be left out, and stays as it is.
     */
    adopt?: pulumi.Input<boolean | "own">;
}

/** What `get` takes: an object is found by its id, and nothing is declared of it. */
export interface GetArgs {
    /** How the organisation is reached; see {@link ConnectionArgs}. */
    connection: pulumi.Input<ConnectionArgs>;
}

/** Options of `get`, the id of the object among them. */
export type GetOptions = pulumi.CustomResourceOptions & { readonly id: pulumi.Input<pulumi.ID> };

/** Names of outputs beside the arguments. */
export interface OutputNames {
    readonly computed: readonly string[];
    /** Arguments, which are outputs as well: of a resource from `get` the server tells them. */
    readonly declared?: readonly string[];
}

/** The one place that knows how a Pulumi dynamic resource is written. */
export abstract class ExchangeResource<OnDestroy = string> extends pulumi.CustomResource {
    /** What destroying this resource does to the server. */
    declare readonly onDestroy: pulumi.Output<OnDestroy>;

    protected constructor(
        kind: KindName,
        name: string,
        args: object,
        { computed, declared = [] }: OutputNames,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const { onLiveChange } = settingsOfStack();
        if (args === undefined)
            throw new pulumi.RunError(`${kind} '${name}' has no arguments; a connection is the least`);
        if (opts.import !== undefined) throw new pulumi.RunError(`${kind} '${name}': ${NO_IMPORT}`);
        const type = typeOf(kind);
        const isGet = opts.id !== undefined;
        const outputs = [...computed, "onDestroy", ...(isGet ? declared : [])];
        super(
            type,
            name,
            {
                ...Object.fromEntries(outputs.map((output) => [output, undefined])),
                ...args,
                ...(isGet && { __get: true }),
                __provider: providerOf(kind),
                __urn: urnOf(name, type, opts.parent),
                __organization: pulumi.getOrganization(),
                __secrets: secretsOf(args),
                ...named("__ignored", opts.ignoreChanges),
                ...named("__replacedBy", opts.replaceOnChanges),
                ...(onLiveChange === "stop" && { __updates: updates() }),
            },
            // A replacement never stands beside what it replaces: both would have the same name.
            pulumi.mergeOptions({ deleteBeforeReplace: true }, opts),
        );
    }
}

/** The engine reads for this option with nothing but the id, and Pulumi's dynamic resources then end in a TypeError. */
const NO_IMPORT =
    "Pulumi's dynamic resources cannot take the option `import`. Use adopt: true, or npx exchange-tls export and pulumi import --file";

/**
 * A promise, because the output would make the resource depend on its parent: a component stands for all its children,
 * and two of them would wait for each other for ever.
 */
function urnOf(name: string, type: string, parent: pulumi.Resource | undefined): Promise<string> {
    return new Promise((resolve) => pulumi.createUrn(name, type, parent).apply(resolve));
}

/** Whether this run is an update, which the engine tells no provider. Unknown in a preview, so that a saved plan fits both. */
function updates(): unknown {
    return pulumi.runtime.isDryRun() ? pulumi.unknown : true;
}

/** Options that concern properties: the engine tells a dynamic provider neither. */
function named(key: string, properties: string[] | undefined): Record<string, string[]> {
    return properties === undefined || properties.length === 0 ? {} : { [key]: properties };
}

/** Names of the arguments that are secrets, which the engine does not tell a dynamic provider. */
function secretsOf(args: object): pulumi.Output<string[]> {
    const asked = Object.entries(args).map(async ([name, value]) =>
        (await pulumi.isSecret(pulumi.output(value))) ? [name] : [],
    );
    return pulumi.output(Promise.all(asked)).apply((names) => names.flat());
}
