import type { Around } from "./case";
import { isBuiltIn } from "./send-connector/built-in";

/**
 * Whether the session's server is an Edge server with connectors of EdgeSync, which come with a subscription. Nothing else
 * that is read tells of one (reference sheet, section 9).
 */
export function isSubscribedEdge({ session, neighbours }: Around, own?: string): boolean {
    if (!session.isEdge) return false;
    return [...neighbours("SendConnector").map(({ name }) => name), own ?? ""].some(isBuiltIn);
}
