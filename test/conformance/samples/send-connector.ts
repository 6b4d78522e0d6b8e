import { form, nothing, plain, toggle } from "../forms";
import type { Samples } from "../sample";
import { MAIL, SMTP } from "./certificates";

const tls = { program: { requireTls: true }, sent: { RequireTLS: true } };
const relay = {
    program: { smartHosts: ["relay.contoso.com"] },
    sent: { SmartHosts: ["relay.contoso.com"], DNSRoutingEnabled: false },
};
const first = { username: "CONTOSO\\relay", password: "first-Secret-1" };
const second = { username: "relay@contoso.com", password: "second-Secret-2" };
const credential = ({ username, password }: typeof first) =>
    ({ $: "credential", user: username, v: password }) as const;

/** Reference sheet 3.2 to 3.5, 4 and 2.5. */
export const sendConnectorSamples: Samples = {
    name: { from: plain("K To Fabrikam"), to: plain("K To Fabrikam (TLS) – $x'"), special: "identity" },
    enabled: toggle(true),
    comment: [
        { from: { program: null, sent: "", shown: "", spelled: [""] }, to: plain("zwei; 'zwei' – \"2\"") },
        { title: "taken away", from: plain("one"), to: { program: "", sent: "", shown: "", spelled: [null] } },
    ],
    usage: { from: plain("Partner", ["partner"]), to: plain("Internal"), special: "forgotten" },
    cloudServicesMailEnabled: toggle(),
    connectorType: { from: plain("Default", ["default"]), to: plain("XPremises", ["xpremises", "XPREMISES"]) },
    isCoexistenceConnector: { ...toggle(), place: "2010" },
    addressSpaces: [
        {
            from: form(
                ["fabrikam.com"],
                ["SMTP:fabrikam.com;1"],
                ["SMTP:fabrikam.com;1"],
                [["SMTP:Fabrikam.com;1"], ["smtp:fabrikam.COM"], ["fabrikam.com;1"]],
            ),
            to: form(
                ["fabrikam.net;10", "*.fabrikam.com"],
                ["SMTP:*.fabrikam.com;1", "SMTP:fabrikam.net;10"],
                ["SMTP:*.fabrikam.com;1", "SMTP:fabrikam.net;10"],
                [
                    ["*.Fabrikam.com;1", "SMTP:fabrikam.net;10"],
                    ["smtp:FABRIKAM.net;10", "Smtp:*.fabrikam.com;1"],
                ],
            ),
        },
        {
            title: "of X.400",
            beside: relay,
            from: form(["fabrikam.com"], ["SMTP:fabrikam.com;1"], ["SMTP:fabrikam.com;1"], []),
            to: form(
                ["X400:c=US;a= ;p=Fabrikam;5"],
                ["X400:c=US;a= ;p=Fabrikam;5"],
                ["X400:c=US;a= ;p=Fabrikam;5"],
                [["x400:C=US;A= ;P=Fabrikam;5"]],
            ),
        },
    ],
    sourceTransportServers: {
        place: "two servers",
        from: form(["EX01"], ["EX01"], ["EX01"], [["ex01"]]),
        // The lab's server does not take the FQDN, which no page promises: programs may write it all the same.
        to: {
            ...form(["EX01", "EX02"], ["EX01", "EX02"], ["EX01", "EX02"], [["ex02", "Ex01"]]),
            spelled: [["ex02.CONTOSO.com", "Ex01"]],
        },
    },
    isScopedConnector: toggle(),
    dnsRoutingEnabled: {
        title: "while smart hosts are there",
        made: { DNSRoutingEnabled: false, SmartHosts: ["relay.contoso.com"] },
        from: { program: false, shown: false },
        to: { program: true, sent: true, shown: true },
        along: { SmartHosts: { $: "null" } },
    },
    smartHosts: [
        {
            from: { program: [], shown: [] },
            to: form(
                ["relay.contoso.com", "10.0.0.25"],
                ["relay.contoso.com", "10.0.0.25"],
                ["relay.contoso.com", "[10.0.0.25]"],
                [
                    ["[10.0.0.25]", "Relay.Contoso.com"],
                    ["10.0.0.25", "relay.contoso.com"],
                ],
            ),
            along: { DNSRoutingEnabled: false },
            typedAlong: { DNSRoutingEnabled: false },
        },
        {
            title: "taken away, with the authentication at them",
            made: {
                DNSRoutingEnabled: false,
                SmartHosts: ["relay.contoso.com"],
                SmartHostAuthMechanism: "ExternalAuthoritative",
            },
            from: { program: ["relay.contoso.com"], shown: ["relay.contoso.com"] },
            to: { program: [], sent: { $: "null" }, shown: [] },
            along: { DNSRoutingEnabled: true, SmartHostAuthMechanism: "None" },
            typedAlong: { DNSRoutingEnabled: true, SmartHostAuthMechanism: "None" },
        },
    ],
    linkedReceiveConnector: {
        place: "2010",
        beside: {
            program: {
                addressSpaces: [],
                smartHosts: ["relay.contoso.com"],
                smartHostAuthMechanism: "ExternalAuthoritative",
                maxMessageSize: "unlimited",
            },
            sent: {
                ...relay.sent,
                AddressSpaces: undefined,
                SmartHostAuthMechanism: "ExternalAuthoritative",
                MaxMessageSize: "unlimited",
            },
        },
        from: form("EX10\\Client EX10", "EX10\\client ex10", "EX10\\Client EX10", ["ex10\\CLIENT ex10"]),
        to: form("EX10\\Default EX10", "EX10\\default ex10", "EX10\\Default EX10", ["Ex10\\Default EX10"]),
    },
    port: { from: plain(25, ["25"]), to: plain(2525, ["2525"]) },
    sourceIpAddress: {
        place: "edge",
        from: plain("0.0.0.0"),
        to: { program: "192.0.2.10", sent: "192.0.2.10", shown: "192.0.2.10", spelled: [" 192.0.2.10"] },
    },
    frontendProxyEnabled: toggle(),
    useExternalDnsServersEnabled: toggle(),
    maxMessageSize: [
        {
            from: form("35MB", "35MB", "35 MB (36,700,160 bytes)", ["35 MB", 36_700_160]),
            to: form("36 MB (37,748,736 bytes)", "36MB", "36 MB (37,748,736 bytes)", [
                "36MB",
                "36 mb",
                37_748_736,
                "37748736",
                "36864KB",
            ]),
        },
        {
            title: "without limit",
            from: form("1GB", "1GB", "1 GB (1,073,741,824 bytes)", ["1024 MB"]),
            to: form("unlimited", "unlimited", "Unlimited", ["Unlimited", "UNLIMITED"]),
        },
        {
            title: "of no whole number of KB, which the server rounds up",
            from: form("unlimited", "unlimited", "Unlimited", []),
            to: form(1_000_000, "977KB", "977 KB (1,000,448 bytes)", ["1000000", 1_000_448, "977KB"]),
        },
    ],
    connectionInactivityTimeOut: {
        from: { ...form("00:10:00", "00:10:00", "00:10:00", ["0:10:00", "0.00:10:00"]), spelled: [600_000, "0:10:0"] },
        to: {
            ...form("1.00:00:00", "1.00:00:00", "1.00:00:00", ["1.0:0:0"]),
            spelled: [86_400_000, "1.0:00:0"],
        },
    },
    smtpMaxMessagesPerConnection: { from: plain(20, ["20"]), to: plain(0, ["0"]) },
    errorPolicies: {
        from: form(["Default"], "Default", "Default", [["default"]]),
        to: form(
            ["UpgradeCustomFailures", "DowngradeDnsFailures"],
            "DowngradeDnsFailures, UpgradeCustomFailures",
            "DowngradeDnsFailures, UpgradeCustomFailures",
            [
                ["downgradednsfailures", "UPGRADECUSTOMFAILURES"],
                ["UpgradeCustomFailures", "DowngradeDnsFailures"],
            ],
        ),
    },
    protocolLoggingLevel: { from: plain("None", ["none"]), to: plain("Verbose", ["VERBOSE", "verbose"]) },
    requireOorg: toggle(),
    requireTls: [
        toggle(),
        {
            title: "given up, with the checks that need it",
            made: { RequireTLS: true, TlsAuthLevel: "DomainValidation", TlsDomain: "mail.fabrikam.com" },
            ...toggle(true),
            along: { TlsAuthLevel: { $: "null" }, TlsDomain: { $: "null" } },
            typedAlong: { TlsAuthLevel: null, TlsDomain: null },
        },
    ],
    tlsAuthLevel: [
        { beside: tls, from: nothing.first, to: plain("CertificateValidation", ["certificatevalidation"]) },
        { title: "taken away", beside: tls, from: plain("EncryptionOnly", ["encryptiononly"]), to: nothing.instead },
        {
            title: "no longer of a name",
            made: { RequireTLS: true, TlsAuthLevel: "DomainValidation", TlsDomain: "mail.fabrikam.com" },
            from: plain("DomainValidation", ["DOMAINVALIDATION"]),
            to: plain("EncryptionOnly"),
            along: { TlsDomain: { $: "null" } },
        },
    ],
    tlsDomain: {
        beside: {
            program: { ...tls.program, tlsAuthLevel: "DomainValidation" },
            sent: { ...tls.sent, TlsAuthLevel: "DomainValidation" },
        },
        from: plain("mail.fabrikam.com", ["MAIL.fabrikam.com"]),
        to: plain("*.fabrikam.com", ["*.Fabrikam.COM"]),
    },
    domainSecureEnabled: toggle(),
    ignoreStartTls: toggle(),
    forceHelo: toggle(),
    fqdn: [
        {
            from: plain("mail.contoso.com", ["Mail.Contoso.com"]),
            to: {
                ...plain("smtp.contoso.com", ["SMTP.CONTOSO.COM"]),
                spelled: ["smtp.contoso.com.", "Smtp.contoso.com"],
            },
        },
        { title: "taken away", from: plain("mail.contoso.com"), to: nothing.instead },
    ],
    tlsCertificateName: [
        { from: plain(MAIL[0], [MAIL[1]]), to: plain(SMTP[0], [SMTP[1]]) },
        { title: "taken away", from: plain(MAIL[0]), to: nothing.instead },
    ],
    smartHostAuthMechanism: [
        { beside: relay, from: plain("None", ["none"]), to: plain("ExternalAuthoritative", ["externalauthoritative"]) },
        {
            title: "by password",
            beside: {
                program: { ...relay.program, authenticationCredential: first },
                sent: { ...relay.sent, AuthenticationCredential: credential(first) },
            },
            from: plain("None"),
            to: plain("BasicAuthRequireTLS", ["basicauthrequiretls"]),
            along: { AuthenticationCredential: credential(first) },
        },
    ],
    authenticationCredential: {
        beside: {
            program: { ...relay.program, smartHostAuthMechanism: "BasicAuth" },
            sent: { ...relay.sent, SmartHostAuthMechanism: "BasicAuth" },
        },
        from: { program: first, sent: credential(first), shown: undefined },
        to: { program: second, sent: credential(second), shown: undefined },
        special: "hidden",
    },
};
