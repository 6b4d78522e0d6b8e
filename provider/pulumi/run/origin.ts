import { partsOf } from "../engine/urn";
import type { Hidden } from "../state";

/** The resource and its stack, as an audit log names them. */
export function originOf({ urn, organization }: Hidden): {
    readonly urn: string | null;
    readonly stack: string | null;
} {
    const { stack, project } = partsOf(urn);
    if (stack === undefined || project === undefined) return { urn: null, stack: null };
    return { urn, stack: `${organization}/${project}/${stack}` };
}
