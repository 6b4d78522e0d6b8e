import type { CmdletContext } from "../context.js";
import { ruleBroken } from "../failure.js";

/** Sheet 9: EdgeSync alone writes the send connectors of a subscribed Edge server. */
export function refuseOnSubscribedEdge({ server, organisation }: CmdletContext): void {
    if (!server.isEdge || organisation.edgeSubscription.site === null) return;
    throw ruleBroken("Edge", "This Edge server is subscribed: change its send connectors in the organisation.");
}
