import { isWithin, type Product, type Versions } from "../model/product.js";
import type { Switches } from "../switches.js";
import { sameText } from "../values/same-text.js";
import { getExchangeCertificate } from "./certificate/get.js";
import * as certificate from "./certificate/parameters.js";
import * as connectivity from "./connectivity/test-smtp.js";
import type { CmdletContext, TaskResult } from "./context.js";
import * as exchangeServer from "./exchange-server/get.js";
import type { BoundValue, ParameterTable } from "./parameter.js";
import { getReceiveConnector } from "./receive-connector/get.js";
import { newReceiveConnector } from "./receive-connector/new.js";
import * as receiveConnector from "./receive-connector/parameters.js";
import { removeReceiveConnector } from "./receive-connector/remove.js";
import { setReceiveConnector } from "./receive-connector/set.js";
import { getSendConnector } from "./send-connector/get.js";
import { newSendConnector } from "./send-connector/new.js";
import * as sendConnector from "./send-connector/parameters.js";
import { removeSendConnector } from "./send-connector/remove.js";
import { setSendConnector } from "./send-connector/set.js";
import * as transportConfig from "./transport-config/parameters.js";
import { getTransportConfig, setTransportConfig } from "./transport-config/run.js";
import * as transportService from "./transport-service/run.js";

export interface Cmdlet extends Versions {
    readonly name: string;
    /** Of every version; values that differ by version are those of `product`, the newest when absent. */
    parameters(switches: Readonly<Switches>, product?: Product): ParameterTable;
    run(bound: Map<string, BoundValue>, context: CmdletContext): TaskResult;
}

/** Every cmdlet that the lab knows. */
export const CATALOGUE: readonly Cmdlet[] = [
    { name: "Get-SendConnector", parameters: () => sendConnector.getParameters, run: getSendConnector },
    { name: "New-SendConnector", parameters: sendConnector.newParameters, run: newSendConnector },
    { name: "Set-SendConnector", parameters: sendConnector.setParameters, run: setSendConnector },
    { name: "Remove-SendConnector", parameters: () => sendConnector.removeParameters, run: removeSendConnector },
    { name: "Get-ReceiveConnector", parameters: () => receiveConnector.getParameters, run: getReceiveConnector },
    { name: "New-ReceiveConnector", parameters: receiveConnector.newParameters, run: newReceiveConnector },
    { name: "Set-ReceiveConnector", parameters: receiveConnector.setParameters, run: setReceiveConnector },
    {
        name: "Remove-ReceiveConnector",
        parameters: () => receiveConnector.removeParameters,
        run: removeReceiveConnector,
    },
    { name: "Get-TransportConfig", parameters: () => transportConfig.getParameters, run: getTransportConfig },
    { name: "Set-TransportConfig", parameters: transportConfig.setParameters, run: setTransportConfig },
    {
        name: "Get-ExchangeServer",
        parameters: () => exchangeServer.getParameters,
        run: exchangeServer.getExchangeServer,
    },
    { name: "Get-ExchangeCertificate", parameters: () => certificate.getParameters, run: getExchangeCertificate },
    ...transportServiceCmdlets("TransportService", { since: "2013" }),
    ...transportServiceCmdlets("TransportServer", { until: "2013" }),
    {
        name: "Test-SmtpConnectivity",
        parameters: () => connectivity.parameters,
        run: connectivity.testSmtpConnectivity,
    },
];

/** One pair under two names, which overlap in 2013. */
function transportServiceCmdlets(noun: string, versions: Versions): Cmdlet[] {
    const { getParameters, setParameters, getTransportService, setTransportService } = transportService;
    return [
        { ...versions, name: `Get-${noun}`, parameters: () => getParameters, run: getTransportService },
        { ...versions, name: `Set-${noun}`, parameters: () => setParameters, run: setTransportService },
    ];
}

export function cmdletNamed(name: string): Cmdlet | undefined {
    return CATALOGUE.find((cmdlet) => sameText(cmdlet.name, name));
}

/** Whether servers of that generation have the cmdlet at all. */
export function existsOn({ since = "2007", until = "SE" }: Cmdlet, product: Product): boolean {
    return isWithin(product, since, until);
}

/** Everything but `Get-*` and `Test-*` writes. */
export function isWrite(name: string): boolean {
    return !/^(?:get|test)-/i.test(name);
}
