import { type Declared, decode } from "../../provider/lifecycle/declared";
import { type Live, liveOf } from "../../provider/lifecycle/observe/live";
import type { Kind } from "../../provider/resources/kind";
import type { WireObject } from "../../provider/session/frames";

export const connection = {
    host: "ex01.contoso.com",
    username: "CONTOSO\\svc-tls",
    hostKey: `SHA256:${"A".repeat(43)}`,
};

/** The inputs as decoded; throws what is wrong with them. */
export function declared(kind: Kind, inputs: Record<string, unknown>): Declared {
    const decoded = decode(kind, { connection, ...inputs });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
    return decoded.declared;
}

export const GUID = "6f2a1c9e-0d1b-4c3e-8a55-0123456789ab";

/** A send connector as a server shows it. */
export const wireConnector: WireObject = {
    Name: "To Fabrikam",
    Guid: GUID,
    DistinguishedName: "CN=To Fabrikam,CN=Connections,DC=contoso,DC=com",
    AddressSpaces: ["smtp:Fabrikam.com;1"],
    Comment: "",
    DNSRoutingEnabled: true,
    DomainSecureEnabled: false,
    Enabled: true,
    Fqdn: null,
    IgnoreSTARTTLS: false,
    IsScopedConnector: false,
    MaxMessageSize: "35 MB (36,700,160 bytes)",
    Port: 25,
    ProtocolLoggingLevel: "None",
    RequireTLS: false,
    SmartHostAuthMechanism: "None",
    SmartHosts: [],
    SourceTransportServers: ["EX01"],
    TlsAuthLevel: null,
    TlsCertificateName: null,
    TlsDomain: null,
};

export function live(kind: Kind, object: WireObject): Live {
    return liveOf(kind, object);
}
