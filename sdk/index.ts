export type { Connection, ConnectionArgs, ExchangeSession } from "./connection";
export { connection } from "./connection-from-config";
export type { CommonArgs } from "./exchange-resource";
export { SendConnector, type SendConnectorArgs } from "./send-connector";
export { TransportConfig, type TransportConfigArgs } from "./transport-config";
export { TransportRestart, type TransportRestartArgs } from "./transport-restart";
