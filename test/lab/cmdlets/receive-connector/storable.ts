import { sameText } from "../../values/same-text.js";
import type { CmdletContext } from "../context.js";
import { notFound, ruleBroken } from "../failure.js";
import type { Bound } from "../parameter.js";

/** The bound arguments in the form in which a connector keeps them. */
export function storable(bound: Bound, context: CmdletContext, domainController: string): Bound {
    const kept = new Map(bound);
    const groups = bound.get("PermissionGroups");
    if (typeof groups === "string") kept.set("PermissionGroups", withoutCustom(groups, context));
    const domain = bound.get("DefaultDomain");
    const known = sameText(String(domain), context.organisation.domain);
    // The organisation's one accepted domain is the lab's own.
    if (typeof domain === "string" && !known) throw notFound(domain, domainController);
    return kept;
}

/** `Custom` only tells of explicit rights; setting it brings none. */
function withoutCustom(groups: string, { switches }: CmdletContext): string {
    const names = groups.split(", ");
    if (!names.includes("Custom")) return groups;
    if (switches.customPermissionGroup === "reject") {
        throw ruleBroken("Custom", "The permission group Custom can't be set.");
    }
    return names.filter((name) => name !== "Custom").join(", ") || "None";
}
