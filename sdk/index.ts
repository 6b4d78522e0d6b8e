export type { Connection, ConnectionArgs, ExchangeSession } from "./connection";
export { connection } from "./connection-from-config";
export type { CommonArgs } from "./exchange-resource";
export { ReceiveConnector, type ReceiveConnectorArgs } from "./receive-connector";
export { ReceiveConnectorSet, type ReceiveConnectorSetArgs } from "./receive-connector-set";
export { SchannelSettings, type SchannelSettingsArgs } from "./schannel-settings";
export { SendConnector, type SendConnectorArgs } from "./send-connector";
export { TransportConfig, type TransportConfigArgs } from "./transport-config";
export { TransportRestart, type TransportRestartArgs } from "./transport-restart";
