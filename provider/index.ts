/**
 * What the provider process loads. The names of this module stand in every user's state
 * (`require("pulumi-exchange-tls/provider").SendConnector`): none is ever renamed or removed.
 */
import { DynamicProvider } from "./pulumi/object/dynamic-provider";
import { SettingsProvider } from "./pulumi/settings/settings-provider";
import { receiveConnector } from "./resources/receive-connector";
import { sendConnector } from "./resources/send-connector";
import { transportConfig } from "./resources/transport-config";

export const SendConnector = new DynamicProvider(sendConnector);
export const ReceiveConnector = new DynamicProvider(receiveConnector);
export const TransportConfig = new DynamicProvider(transportConfig);
export const SchannelSettings = new SettingsProvider();
