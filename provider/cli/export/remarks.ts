import { isSingleton, type Live } from "../../lifecycle/observe/live";
import type { Kind } from "../../resources/kind";

/** What a reader should know of an object beside its arguments. */
export function remarksOf(kind: Kind, live: Live): readonly string[] {
    const { wire, values } = live;
    const basic = String(values.smartHostAuthMechanism ?? "").startsWith("BasicAuth");
    const custom = typeof wire.PermissionGroups === "string" && /\bCustom\b/.test(wire.PermissionGroups);
    const unreadable = Object.entries(live.unreadable).map(
        ([name, text]) => `${name} is not declared: the server shows ${text}, which is not understood`,
    );
    return [
        ...(live.mark === undefined
            ? []
            : [`Another Pulumi resource made it ([pulumi ${live.mark}]): only one stack should manage it`]),
        ...(isSingleton(kind)
            ? [
                  'Found entries stay on the server when they are taken out of here, or by a destroy; adopt: "own" claims them',
              ]
            : []),
        ...(kind.isBuiltIn(live.name, live.server)
            ? ["Exchange made it: it is never removed, and keeps its name"]
            : []),
        ...(basic
            ? [
                  "The smart hosts' user name and password cannot be read: they stay until authenticationCredential is declared",
              ]
            : []),
        ...(custom
            ? ["Rights that Add-ADPermission granted (permission group Custom) are there as well, not managed"]
            : []),
        ...unreadable,
    ];
}
