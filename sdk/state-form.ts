/** The kinds of resources, as they are called in every state. */
export type KindName = "SendConnector" | "ReceiveConnector" | "TransportConfig" | "SchannelSettings";

/** The type of a resource as it stands in every state. */
export function typeOf(kind: KindName): string {
    return `pulumi-nodejs:dynamic/exchange:${kind}`;
}

/**
 * The code of a resource's provider as it stands in every state: a constant text instead of serialised code, which loads
 * whatever version of this package is installed.
 */
export function providerOf(kind: KindName): string {
    return `exports.handler = () => require("pulumi-exchange-tls/provider").${kind};`;
}
