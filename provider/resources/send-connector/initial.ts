import type { Kind } from "../kind";

const LARGEST_AS_SEEN = 36_700_160;

/** What New-SendConnector sets where nothing is declared (reference sheet, 3.2 to 3.4). */
export const initial: Kind["initial"] = ({ usage, linkedReceiveConnector: linked }) => ({
    enabled: true,
    requireTls: false,
    ignoreStartTls: false,
    forceHelo: false,
    domainSecureEnabled: false,
    dnsRoutingEnabled: true,
    tlsAuthLevel: null,
    tlsDomain: null,
    fqdn: null,
    tlsCertificateName: null,
    smartHosts: [],
    // A new one without a link cannot do without (S13), so nobody knows what it would have.
    ...(linked && { addressSpaces: [] }),
    smartHostAuthMechanism: "None",
    frontendProxyEnabled: false,
    isScopedConnector: false,
    linkedReceiveConnector: null,
    comment: null,
    maxMessageSize: usage === "Internal" ? "unlimited" : LARGEST_AS_SEEN,
});
