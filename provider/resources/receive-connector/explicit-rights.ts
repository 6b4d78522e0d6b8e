import type { Case } from "../case";

/**
 * Whether somebody granted rights on the connector itself: the server then shows `Custom` (reference sheet 5.6), which
 * is no value of permissionGroups here.
 */
export function hasExplicitRights({ wire }: Case): boolean {
    const groups = wire?.PermissionGroups;
    return typeof groups === "string" && groups.split(",").some((group) => group.trim().toLowerCase() === "custom");
}
