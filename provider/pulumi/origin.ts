import type { Hidden } from "./state";

/** The resource and its stack, as an audit log names them. A URN is `urn:pulumi:<stack>::<project>::<type>::<name>`. */
export function originOf({ urn, organization }: Hidden): {
    readonly urn: string | null;
    readonly stack: string | null;
} {
    const [stack, project] = urn.replace(/^urn:pulumi:/, "").split("::");
    if (stack === undefined || project === undefined) return { urn: null, stack: null };
    return { urn, stack: `${organization}/${project}/${stack}` };
}
