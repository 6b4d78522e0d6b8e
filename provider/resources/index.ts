import type { Kind } from "./kind";
import { receiveConnector } from "./receive-connector";
import { sendConnector } from "./send-connector";
import { transportConfig } from "./transport-config";

/** Every kind that this package knows. */
export const kinds: readonly Kind[] = [sendConnector, receiveConnector, transportConfig];
