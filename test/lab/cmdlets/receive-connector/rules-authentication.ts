import type { ReceiveConnectorSettings } from "../../model/receive-connector.js";
import type { Server } from "../../model/server.js";
import { sameText } from "../../values/same-text.js";
import type { CmdletContext } from "../context.js";
import { ruleBroken, TaskFailure } from "../failure.js";

/** R2 to R7; R1 is told while the names are read. */
export function checkAuthentication(
    after: ReceiveConnectorSettings,
    server: Server,
    { switches }: CmdletContext,
): void {
    const mechanisms = after.AuthMechanism.split(", ");
    const groups = after.PermissionGroups.split(", ");
    const has = (mechanism: string) => mechanisms.includes(mechanism);
    if (has("BasicAuthRequireTLS") && !(has("BasicAuth") && has("Tls"))) {
        throw ruleBroken("R2", "BasicAuthRequireTLS needs BasicAuth and Tls.");
    }
    if (has("ExternalAuthoritative")) {
        if (mechanisms.some((other) => other !== "Tls" && other !== "ExternalAuthoritative")) {
            throw ruleBroken("R3", "ExternalAuthoritative goes only with Tls.");
        }
        if (!groups.includes("ExchangeServers")) throw ruleBroken("R5", "ExternalAuthoritative needs ExchangeServers.");
    }
    if (after.RequireTLS && !has("Tls")) throw ruleBroken("R4", "RequireTLS needs Tls.");
    const secure = has("Tls") && !has("ExternalAuthoritative");
    if (after.DomainSecureEnabled && !secure && switches.domainSecureConditions === "reject") {
        throw ruleBroken("R6", "DomainSecureEnabled needs Tls and goes without ExternalAuthoritative.");
    }
    if (server.isEdge && groups.includes("ExchangeLegacyServers")) {
        throw ruleBroken("Edge", "ExchangeLegacyServers isn't available on an Edge server.");
    }
    if (has("ExchangeServer")) checkFqdn(after.Fqdn, server);
}

/** E-4: the text was seen, the type was not. */
function checkFqdn(fqdn: string | null, server: Server): void {
    if (fqdn === null || sameText(fqdn, server.fqdn) || sameText(fqdn, server.name)) return;
    const names =
        `the FQDN of the transport server "${server.fqdn}", ` +
        `the NetBIOS name of the transport server "${server.name}", or $null.`;
    const text =
        server.product === "2007"
            ? `When the AuthMechanism parameter on a Receive connector is set to the value ExchangeServer, you must set the FQDN parameter on the Receive connector to one of the following values: ${names}`
            : `If the AuthMechanism attribute on a Receive connector contains the value ExchangeServer, you must set the FQDN parameter on the Receive connector to one of the following values: ${names}`;
    throw new TaskFailure("DataValidationException", text, "InvalidArgument");
}
