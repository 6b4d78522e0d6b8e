import * as pulumi from "@pulumi/pulumi";
import type { SchannelBaselineArgs, SchannelBaselineSettings } from "./schannel-baseline-args";
import { inFull, isPlain, over } from "./schannel-in-full";
import type { SchannelSettingsArgs } from "./schannel-settings";
import type { SchannelProperties } from "./schannel-settings-properties";
import { byShortName, overridesOf } from "./server-names";

/** Lists that only make sense as their author wrote them. */
const WHOLE: readonly string[] = ["cipherSuites", "curves", "winHttp"];

/**
 * The arguments of each server's settings, by the server's short name in upper case: the common ones, over them its own,
 * setting by setting, and the baseline unless the program says `"none"`.
 *
 * @throws pulumi.RunError where `servers` is no object, is empty or names a server twice, and where `perServer` names one that is not
 * in it.
 */
export function settingsPerServer(args: SchannelBaselineArgs): ReadonlyMap<string, SchannelSettingsArgs> {
    const { servers, perServer = {}, extendedProtection: _, ...common } = args;
    if (typeof servers !== "object" || Array.isArray(servers)) {
        throw new pulumi.RunError(
            'servers must be an object with each server\'s connection to itself, e.g. { EX01: { ...connection, host: "ex01.contoso.com" } }',
        );
    }
    const spelled = byShortName("servers", Object.keys(servers));
    if (spelled.size === 0) throw new pulumi.RunError("servers is empty: name at least one Exchange server");
    const overrides = overridesOf(spelled, perServer);
    const rows = [...spelled].map(([short, server]): [string, SchannelSettingsArgs] => {
        const connection = servers[server];
        if (connection === undefined) {
            throw new pulumi.RunError(
                `servers.${server} has no connection: each server is logged on to by itself, because settings are those of the machine that is logged on to`,
            );
        }
        return [short, { ...combined(common, overrides.get(short) ?? {}), connection }];
    });
    return new Map(rows);
}

function combined(common: SchannelBaselineSettings, own: SchannelBaselineSettings): SchannelProperties {
    const { baseline = common.baseline ?? "exchange", ...changes } = own;
    const { baseline: _, ...kept } = common;
    const laidOver = Object.entries(changes).map(([name, value]) => [
        name,
        laid(name, kept[name as keyof typeof kept], value),
    ]);
    return { ...(baseline === "exchange" && { baseline }), ...kept, ...Object.fromEntries(laidOver) };
}

/** A property of its own over the common one, now or once both are known. */
function laid(name: string, common: unknown, own: unknown): unknown {
    if (own === undefined) return common;
    if (common === undefined || WHOLE.includes(name)) return own;
    const join = (under: unknown, top: unknown) => over(inFull(name, under), inFull(name, top));
    if (isPlain(common) && isPlain(own)) return join(common, own);
    return pulumi.all([pulumi.output(common), pulumi.output(own)]).apply(([under, top]) => join(under, top));
}
