import type { Samples } from "../sample";
import { receiveLimits } from "./receive-connector-limits";
import { receivePlace } from "./receive-connector-place";
import { receiveProtocol } from "./receive-connector-protocol";
import { receiveTrust } from "./receive-connector-trust";

/** Reference sheet 5.2 to 5.4, 6 and 2.5. */
export const receiveConnectorSamples: Samples = {
    ...receivePlace,
    ...receiveTrust,
    ...receiveLimits,
    ...receiveProtocol,
};
