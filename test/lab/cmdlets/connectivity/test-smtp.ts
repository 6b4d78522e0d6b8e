import type { ReceiveConnector } from "../../model/receive-connector.js";
import type { Server } from "../../model/server.js";
import { hasFrontEnd } from "../../model/server-roles.js";
import type { ServiceName } from "../../model/services.js";
import { domainControllerOf, reading } from "../common.js";
import { type CmdletContext, type LiveObject, readResult, type TaskResult } from "../context.js";
import { notFound } from "../failure.js";
import { only } from "../find.js";
import type { Bound, ParameterTable } from "../parameter.js";
import { boolean, readIdentity } from "../parameter-types.js";
import { connectorsOf, identityOf, visibleConnectors } from "../receive-connector/find.js";
import { serversNamed } from "../servers.js";

export const parameters: ParameterTable = {
    ...reading,
    Identity: { type: readIdentity },
    MonitoringContext: { type: boolean },
};

/** One row per binding of each enabled receive connector: whether anybody listens, no more (sheet 10.4). */
export function testSmtpConnectivity(bound: Bound, context: CmdletContext): TaskResult {
    const named = bound.get("Identity");
    const missing = () => notFound(String(named), domainControllerOf(bound, context));
    const server = typeof named === "string" ? only(serversNamed(named, context), named, missing) : context.server;
    const enabled = connectorsOf(server, visibleConnectors(context)).filter(({ settings }) => settings.Enabled);
    return readResult(
        enabled.flatMap((connector) =>
            connector.settings.Bindings.map((binding) => row(connector, binding, server, context)),
        ),
    );
}

function row(
    connector: ReceiveConnector,
    binding: string,
    server: Server,
    { organisation }: CmdletContext,
): LiveObject {
    const { services, unreachable } = organisation;
    const listens = services.listens(server.name, serviceOf(connector, server)) && !unreachable.has(server.name);
    return {
        Server: server.name,
        ReceiveConnector: identityOf(connector),
        Binding: binding,
        EndPoint: endPoint(binding),
        StatusCode: listens ? "Success" : "Unable to connect",
        // Synthetic.
        Details: listens ? "220 Microsoft ESMTP MAIL Service ready" : "No connection could be made.",
    };
}

/** Any address is tried on the loopback one. */
function endPoint(binding: string): string {
    return binding.replace(/^0\.0\.0\.0:/, "127.0.0.1:").replace(/^\[::\]:/, "[::1]:");
}

function serviceOf({ settings }: ReceiveConnector, server: Server): ServiceName {
    const inFront = hasFrontEnd(server) && settings.TransportRole === "FrontendTransport";
    return inFront ? "MSExchangeFrontEndTransport" : "MSExchangeTransport";
}
