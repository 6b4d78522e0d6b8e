import type { CrossRule } from "../../rule";
import { receiveSide } from "./receive-side";
import { sendSide } from "./send-side";
import { subscribedEdge } from "./subscribed-edge";

/** Safety rule D2, for each direction by itself: an entry of one list never asks for the other side. */
export const crossRules: readonly CrossRule[] = [sendSide, receiveSide, subscribedEdge];
