import type { Case } from "../case";
import { NotChecked } from "../rule";

/**
 * Whether somebody granted rights on the connector itself: the server then shows `Custom` (reference sheet 5.6), which
 * is no value of permissionGroups here. All connectors in one call, because the answer is kept for the whole run.
 */
export function hasExplicitRights({ name, server, around }: Case): boolean {
    const all = around.fact({ cmd: "Get-ReceiveConnector", par: {}, sel: ["Name", "Server", "PermissionGroups"] });
    const own = all.find(
        (one) => String(one.Name).toLowerCase() === name.toLowerCase() && String(one.Server).toUpperCase() === server,
    );
    const groups = own?.PermissionGroups;
    if (typeof groups !== "string") throw new NotChecked(`Get-ReceiveConnector does not show the rights on '${name}'`);
    return groups.split(",").some((group) => group.trim().toLowerCase() === "custom");
}
