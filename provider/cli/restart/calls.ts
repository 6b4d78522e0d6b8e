import type { AgentError, CallResult, CmdletCall, ServiceCall, TransportServiceName } from "../../session/frames";
import { SERVER_PROPERTIES, type Target } from "./target";

export const listServers: CmdletCall = { cmd: "Get-ExchangeServer", par: {}, sel: SERVER_PROPERTIES };

export const TEST = "Test-SmtpConnectivity";

/** Tries every binding of every receive connector of the server, one row each (sheet 10.4). */
export function testBindings({ name }: Target): CmdletCall {
    return {
        cmd: TEST,
        par: { Identity: name },
        sel: ["ReceiveConnector", "Binding", "EndPoint", "StatusCode", "Details"],
    };
}

export function askStatus({ fqdn }: Target, name: TransportServiceName): ServiceCall {
    return { service: "status", name, server: fqdn };
}

export function restart({ fqdn }: Target, name: TransportServiceName, timeoutS: number): ServiceCall {
    return { service: "restart", name, server: fqdn, timeoutS };
}

/** The status that was answered, or what came instead of one. */
export function statusIn(result: CallResult | undefined): { readonly status: string } | { readonly problem: string } {
    const problem = problemIn(result);
    if (problem !== undefined) return { problem };
    const status = result !== undefined && "ok" in result && result.ok ? result.out[0]?.Status : undefined;
    return typeof status === "string" ? { status } : { problem: "the answer holds no status" };
}

/** What went wrong with a call, in words; undefined: nothing. */
export function problemIn(result: CallResult | undefined): string | undefined {
    if (result === undefined || "skipped" in result) return "no answer came for this call";
    return result.ok ? undefined : wordsOfError(result.error);
}

function wordsOfError({ message, code, reason }: AgentError): string {
    return `${message} [${reason ?? code}]`;
}
