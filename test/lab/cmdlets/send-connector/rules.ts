import type { SendConnectorSettings } from "../../model/send-connector.js";
import { isSmtp, parseAddressSpace } from "../../values/address-space.js";
import type { CmdletContext } from "../context.js";
import { ambiguousParameterSet, ruleBroken, TaskFailure } from "../failure.js";
import type { Bound } from "../parameter.js";

/** The rules of sheet section 4 that are seen (E) or documented (D) as refusals, on the state as it would become. */
export function checkRules(after: SendConnectorSettings, bound: Bound, context: CmdletContext): void {
    checkName(after.Name);
    checkTls(after);
    checkDomainSecure(after, context);
    checkSmartHosts(after);
    checkCommand(bound, context);
    if (after.LinkedReceiveConnector === null) checkAddressSpaces(after, context);
    else checkLinked(after, bound);
    if (after.SourceTransportServers.length === 0) throw ruleBroken("server", "A source server is needed.");
}

function checkName(name: string): void {
    if (name.trim() === "" || name.trim() !== name || name.length > 64) {
        throw ruleBroken("name", "A name has 1 to 64 characters and no space at either end.");
    }
}

function checkTls(after: SendConnectorSettings): void {
    const { RequireTLS, IgnoreSTARTTLS, TlsAuthLevel, TlsDomain, DNSRoutingEnabled } = after;
    if (RequireTLS && IgnoreSTARTTLS) throw ruleBroken("S3", "RequireTLS and IgnoreSTARTTLS exclude each other.");
    if (TlsDomain !== null && TlsAuthLevel !== "DomainValidation") {
        // E-5: the text was seen, the type was not.
        const text =
            "The TLSDomain parameter can only be set if the TLSAuthLevel parameter is set to DomainValidation.";
        throw new TaskFailure("DataValidationException", text, "InvalidArgument");
    }
    if (TlsAuthLevel !== null && (IgnoreSTARTTLS || !RequireTLS)) {
        throw ruleBroken("S4", "TlsAuthLevel needs RequireTLS, and IgnoreSTARTTLS off.");
    }
    if (TlsAuthLevel === "DomainValidation" && TlsDomain === null && !DNSRoutingEnabled) {
        throw ruleBroken("S6", "DomainValidation without DNS routing needs TlsDomain.");
    }
}

function checkDomainSecure(after: SendConnectorSettings, { switches }: CmdletContext): void {
    if (!after.DomainSecureEnabled || switches.domainSecureConditions === "accept") return;
    if (!after.DNSRoutingEnabled || after.IgnoreSTARTTLS) {
        throw ruleBroken("S1", "DomainSecureEnabled needs DNS routing, and IgnoreSTARTTLS off.");
    }
}

function checkSmartHosts(after: SendConnectorSettings): void {
    const { SmartHosts, DNSRoutingEnabled, SmartHostAuthMechanism, AuthenticationCredential } = after;
    if (!DNSRoutingEnabled && SmartHosts.length === 0) {
        throw ruleBroken("S8", "Without DNS routing smart hosts are needed.");
    }
    if (DNSRoutingEnabled && SmartHosts.length > 0) throw ruleBroken("S9", "Smart hosts exclude DNS routing.");
    if (SmartHostAuthMechanism !== "None" && SmartHosts.length === 0) {
        throw ruleBroken("S10", "SmartHostAuthMechanism needs a smart host.");
    }
    if (SmartHostAuthMechanism.startsWith("BasicAuth") && AuthenticationCredential === null) {
        throw ruleBroken("S11", "BasicAuth needs AuthenticationCredential.");
    }
}

/** Rules about the command itself. */
function checkCommand(bound: Bound, { server, switches }: CmdletContext): void {
    const together = !switches.smartHostsInSameCommand || bound.has("SmartHosts");
    if (bound.get("DNSRoutingEnabled") === false && !together) {
        throw ruleBroken("S8", "DNSRoutingEnabled off needs SmartHosts in the same command.");
    }
    if (server.isEdge && bound.has("SourceTransportServers")) {
        throw ruleBroken("S14", "SourceTransportServers can't be used on an Edge server.");
    }
    if (!server.isEdge && bound.has("SourceIPAddress")) {
        throw ruleBroken("S14", "SourceIPAddress works only on an Edge server.");
    }
}

/** S13, and what its parameter set has no place for. */
function checkLinked(after: SendConnectorSettings, bound: Bound): void {
    if (bound.has("LinkedReceiveConnector") && bound.has("IsScopedConnector")) throw ambiguousParameterSet();
    const { AddressSpaces, DNSRoutingEnabled, SmartHosts, SmartHostAuthMechanism, MaxMessageSize } = after;
    const routed = !DNSRoutingEnabled && SmartHosts.length > 0 && SmartHostAuthMechanism !== "None";
    if (AddressSpaces.length === 0 && routed && MaxMessageSize === "Unlimited") return;
    throw ruleBroken(
        "S13",
        "A linked connector has smart hosts with authentication, no address spaces and no size limit.",
    );
}

function checkAddressSpaces(after: SendConnectorSettings, { server }: CmdletContext): void {
    const spaces = after.AddressSpaces.map(parseAddressSpace);
    if (spaces.length === 0) throw ruleBroken("address space", "At least one address space is needed.");
    const foreign = spaces.some((space) => !isSmtp(space));
    if (foreign && server.isEdge) throw ruleBroken("Edge", "An Edge server takes SMTP address spaces only.");
    if (foreign && (after.DNSRoutingEnabled || after.SmartHosts.length === 0)) {
        throw ruleBroken("address space", "A space of another type than SMTP needs smart hosts.");
    }
}
