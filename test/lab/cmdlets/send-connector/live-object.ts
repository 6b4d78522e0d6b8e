import { ROUTING_GROUP } from "../../model/directory-names.js";
import type { SendConnector } from "../../model/send-connector.js";
import { textOf } from "../argument.js";
import { type CmdletContext, type LiveObject, restrictedTo } from "../context.js";
import { setParameters } from "./parameters.js";

/** The object in the order in which a 2019 server returns it (sheet 3.3), as far as this version knows its properties. */
export function liveSendConnector(
    connector: SendConnector,
    domainController: string,
    { organisation, server, switches }: CmdletContext,
): LiveObject {
    const { settings, guid, created, changed } = connector;
    const { AuthenticationCredential, ...plain } = settings;
    const name = settings.Name;
    const all: LiveObject = {
        DNSRoutingEnabled: plain.DNSRoutingEnabled,
        TlsDomain: plain.TlsDomain,
        TlsAuthLevel: plain.TlsAuthLevel,
        ErrorPolicies: plain.ErrorPolicies,
        SmartHosts: plain.SmartHosts,
        Port: plain.Port,
        ConnectionInactivityTimeOut: plain.ConnectionInactivityTimeOut,
        ForceHELO: plain.ForceHELO,
        FrontendProxyEnabled: plain.FrontendProxyEnabled,
        IgnoreSTARTTLS: plain.IgnoreSTARTTLS,
        CloudServicesMailEnabled: plain.CloudServicesMailEnabled,
        Fqdn: plain.Fqdn,
        TlsCertificateName: plain.TlsCertificateName,
        RequireTLS: plain.RequireTLS,
        RequireOorg: plain.RequireOorg,
        Enabled: plain.Enabled,
        ProtocolLoggingLevel: plain.ProtocolLoggingLevel,
        SmartHostAuthMechanism: plain.SmartHostAuthMechanism,
        // Never gives the password back: it prints as its type's name.
        AuthenticationCredential: AuthenticationCredential === null ? null : textOf(AuthenticationCredential),
        UseExternalDNSServersEnabled: plain.UseExternalDNSServersEnabled,
        DomainSecureEnabled: plain.DomainSecureEnabled,
        SourceIPAddress: plain.SourceIPAddress,
        SmtpMaxMessagesPerConnection: plain.SmtpMaxMessagesPerConnection,
        ConnectorType: plain.ConnectorType,
        SmartHostsString: plain.SmartHosts.join(","),
        CertificateSubject: null,
        Region: "NotSpecified",
        AddressSpaces: plain.AddressSpaces,
        ConnectedDomains: [],
        IsScopedConnector: plain.IsScopedConnector,
        IsSmtpConnector: true,
        // Where 2010 has these two in its order is not known.
        LinkedReceiveConnector: plain.LinkedReceiveConnector,
        IsCoexistenceConnector: plain.IsCoexistenceConnector,
        Comment: plain.Comment,
        SourceRoutingGroup: ROUTING_GROUP,
        SourceTransportServers: plain.SourceTransportServers,
        HomeMTA: "Microsoft MTA",
        HomeMtaServerId: plain.SourceTransportServers[0] ?? null,
        MaxMessageSize: plain.MaxMessageSize,
        AdminDisplayName: "",
        ExchangeVersion: "0.1 (8.0.535.0)",
        Name: name,
        DistinguishedName: organisation.names.sendConnector(name),
        Identity: name,
        Guid: guid,
        ObjectCategory: `${organisation.domain}/Configuration/Schema/ms-Exch-Routing-SMTP-Connector`,
        ObjectClass: ["top", "msExchConnector", "mailGateway", "msExchRoutingSMTPConnector"],
        WhenChanged: changed,
        WhenCreated: created,
        WhenChangedUTC: changed,
        WhenCreatedUTC: created,
        OrganizationId: "",
        Id: name,
        OriginatingServer: domainController,
        IsValid: true,
        ObjectState: "Unchanged",
    };
    return restrictedTo(server.product, all, { ...setParameters(switches), Region: { since: "2013" } });
}
