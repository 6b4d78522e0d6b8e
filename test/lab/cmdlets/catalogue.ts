import type { Switches } from "../switches.js";
import { sameText } from "../values/same-text.js";
import type { CmdletContext, TaskResult } from "./context.js";
import * as exchangeServer from "./exchange-server/get.js";
import type { BoundValue, ParameterTable } from "./parameter.js";
import { getSendConnector } from "./send-connector/get.js";
import { newSendConnector } from "./send-connector/new.js";
import * as sendConnector from "./send-connector/parameters.js";
import { removeSendConnector } from "./send-connector/remove.js";
import { setSendConnector } from "./send-connector/set.js";
import * as transportConfig from "./transport-config/parameters.js";
import { getTransportConfig, setTransportConfig } from "./transport-config/run.js";

export interface Cmdlet {
    readonly name: string;
    parameters(switches: Readonly<Switches>): ParameterTable;
    run(bound: Map<string, BoundValue>, context: CmdletContext): TaskResult;
}

/** Every cmdlet that the lab knows. */
export const CATALOGUE: readonly Cmdlet[] = [
    { name: "Get-SendConnector", parameters: () => sendConnector.getParameters, run: getSendConnector },
    { name: "New-SendConnector", parameters: sendConnector.newParameters, run: newSendConnector },
    { name: "Set-SendConnector", parameters: sendConnector.setParameters, run: setSendConnector },
    { name: "Remove-SendConnector", parameters: () => sendConnector.removeParameters, run: removeSendConnector },
    { name: "Get-TransportConfig", parameters: () => transportConfig.getParameters, run: getTransportConfig },
    { name: "Set-TransportConfig", parameters: transportConfig.setParameters, run: setTransportConfig },
    {
        name: "Get-ExchangeServer",
        parameters: () => exchangeServer.getParameters,
        run: exchangeServer.getExchangeServer,
    },
];

export function cmdletNamed(name: string): Cmdlet | undefined {
    return CATALOGUE.find((cmdlet) => sameText(cmdlet.name, name));
}

/** Everything but `Get-*` writes. */
export function isWrite(name: string): boolean {
    return !/^get-/i.test(name);
}
