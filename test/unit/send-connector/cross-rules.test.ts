import { expect } from "chai";
import { NotChecked } from "../../../provider/resources/rule";
import { crossRules } from "../../../provider/resources/send-connector/cross-rules";
import { edge, sendCase, server } from "./organisation";

type Given = Parameters<typeof sendCase>;
type Found = readonly (readonly ["error" | "warning", RegExp])[];

const NONE: Found = [];
const mutual = { addressSpaces: ["fabrikam.com"], domainSecureEnabled: true };
const basic = { smartHosts: ["relay.contoso.com"], dnsRoutingEnabled: false, smartHostAuthMechanism: "BasicAuth" };
const credential = { username: "relay", password: "secret" };
const lists = (...domains: string[]) => ({ lists: { tlsSendDomainSecureList: domains } });
/** The connector exists already. */
const after = (...domains: string[]) => ({ ...lists(...domains), live: {} });
const old = server("EX10", { release: "2010 SP1", version: "Version 14.3 (Build 123.4)" });
const linked = { linkedReceiveConnector: "EX01\\From Scanner", addressSpaces: [] };
const tenant = "contoso.mail.onmicrosoft.com";
const hybrid = { addressSpaces: [tenant], cloudServicesMailEnabled: true };
const strict = { enabled: true, requireTls: true, ignoreStartTls: false, domainSecureEnabled: false };
const plain = { ...strict, requireTls: false };
const site = (name: string, at: string | null) => server(name, { site: at });

/** Code → what is declared, what is around it, what is found. */
const rows: Record<string, readonly (readonly [what: string, given: Given, found: Found])[]> = {
    S2: [
        ["in no list", [mutual, after()], [["warning", /no effect for fabrikam\.com,.*TransportConfig/]]],
        [
            "one of two",
            [{ ...mutual, addressSpaces: ["fabrikam.com", "b.com"] }, after("fabrikam.com")],
            [["warning", /for b\.com,/]],
        ],
        [
            "a sub-domain of the listed one",
            [{ ...mutual, addressSpaces: ["eu.fabrikam.com"] }, after("fabrikam.com")],
            [["warning", /eu\.fabrikam/]],
        ],
        [
            "all domains, empty list",
            [{ ...mutual, addressSpaces: ["*"] }, after()],
            [["warning", /all domains \(\*\)/]],
        ],
        ["all domains", [{ ...mutual, addressSpaces: ["*"] }, after("x.com")], NONE],
        [
            "a wildcard above the listed one",
            [{ ...mutual, addressSpaces: ["*.fabrikam.com"] }, after("eu.fabrikam.com")],
            NONE,
        ],
        ["a new connector, whose domains follow", [mutual, lists()], NONE],
        ["listed", [mutual, after("fabrikam.com")], NONE],
        ["disabled", [{ ...mutual, enabled: false }, after()], NONE],
        ["no mutual TLS", [{ addressSpaces: ["fabrikam.com"] }, {}], NONE],
        ["EdgeSync's inbound space", [{ ...mutual, addressSpaces: ["--"] }, after()], NONE],
        ["a space that is no domain", [{ ...mutual, addressSpaces: ["FAX:*"] }, after()], NONE],
    ],
    S11: [
        ["new, no credential", [basic, {}], [["error", /BasicAuth needs .* authenticationCredential$/]]],
        [
            "newly set, no credential",
            [basic, { live: { ...basic, smartHostAuthMechanism: "None" } }],
            [["error", /declare authenticationCredential$/]],
        ],
        ["a credential", [{ ...basic, authenticationCredential: credential }, {}], NONE],
        [
            "in use already: it keeps what is stored",
            [{ ...basic, smartHostAuthMechanism: "BasicAuthRequireTLS" }, { live: basic }],
            NONE,
        ],
        ["not declared at all", [{}, { live: basic }], NONE],
        ["another mechanism", [{ ...basic, smartHostAuthMechanism: "ExchangeServer" }, {}], NONE],
    ],
    S13: [
        ["no address space", [{ addressSpaces: [] }, {}], [["error", /^addressSpaces is empty/]]],
        [
            "no address space, release without links",
            [{ addressSpaces: [] }, { live: {} }],
            [["error", /^addressSpaces is empty/]],
        ],
        [
            "a new one with scope",
            [{ ...linked, isScopedConnector: false }, {}],
            [["error", /without isScopedConnector/]],
        ],
        ["a live one with scope", [{ ...linked, isScopedConnector: false }, { live: linked }], NONE],
        ["linked", [linked, {}], NONE],
        ["address spaces", [{ addressSpaces: ["a.com"] }, {}], NONE],
    ],
    S14: [
        [
            "an address that is not Edge's",
            [{ sourceIpAddress: "10.0.0.1" }, {}],
            [["error", /^sourceIpAddress .* EX01 is none/]],
        ],
        [
            "any address, which would be sent",
            [{ sourceIpAddress: "0.0.0.0" }, {}],
            [["error", /^sourceIpAddress .* EX01 is none/]],
        ],
        ["any address, as it is", [{ sourceIpAddress: "0.0.0.0" }, { live: { sourceIpAddress: "0.0.0.0" } }], NONE],
        ["not known", [{}, { live: {} }], NONE],
        ["on Edge: the address", [{ sourceIpAddress: "10.0.0.1", addressSpaces: ["a.com"] }, { session: edge }], NONE],
        [
            "on Edge: source servers",
            [{ sourceTransportServers: ["EX01"] }, { session: edge }],
            [["error", /^sourceTransportServers/]],
        ],
        [
            "on Edge: itself, as it shows",
            [{ sourceTransportServers: ["EDGE01"] }, { session: edge, live: { sourceTransportServers: ["EDGE01"] } }],
            NONE,
        ],
        [
            "on Edge: another type",
            [{ addressSpaces: ["a.com", "FAX:*;1"] }, { session: edge }],
            [["error", /take FAX:\* out/]],
        ],
        ["elsewhere: another type", [{ addressSpaces: ["FAX:*;1"] }, {}], NONE],
    ],
    S21: [
        [
            "servers elsewhere",
            [
                { isScopedConnector: true, sourceTransportServers: ["EX01"] },
                { servers: [site("EX01", "Berlin"), site("EX02", "Oslo")] },
            ],
            [["warning", /to Berlin: EX02 \(Oslo\) cannot/]],
        ],
        ["all in one site", [{ isScopedConnector: true }, {}], NONE],
        ["sites not shown", [{ isScopedConnector: true }, { servers: [site("EX01", null), site("EX02", null)] }], NONE],
        [
            "a source in each site",
            [
                { isScopedConnector: true, sourceTransportServers: ["EX01", "EX02"] },
                { servers: [site("EX01", "Berlin"), site("EX02", "Oslo"), edge] },
            ],
            NONE,
        ],
        [
            "not scoped",
            [{ isScopedConnector: false }, { servers: [site("EX01", "Berlin"), site("EX02", "Oslo")] }],
            NONE,
        ],
    ],
    "E-1": [
        [
            "an unknown server",
            [{ sourceTransportServers: ["EX01", "EX09"] }, {}],
            [["error", /no Exchange server EX09: .* EX01, EX02$/]],
        ],
        [
            "a server without the role",
            [{ sourceTransportServers: ["CAS01"] }, { servers: [server("EX01"), server("CAS01", { isHub: false })] }],
            [["error", /CAS01 has no transport service.* EX01$/]],
        ],
        [
            "an Edge server with a subscription",
            [{ sourceTransportServers: ["EDGE01"] }, { servers: [server("EX01"), edge] }],
            NONE,
        ],
        ["by FQDN, in any case", [{ sourceTransportServers: ["ex02.Contoso.com"] }, {}], NONE],
        ["on Edge itself", [{ sourceTransportServers: ["EX09"] }, { session: edge, servers: [edge] }], NONE],
        ["not declared", [{}, {}], NONE],
        [
            "an unknown receive connector",
            [linked, { receive: { "EX01\\Default EX01": {} } }],
            [["error", /no receive connector EX01\\from scanner: .*EX01\\Default EX01$/]],
        ],
        ["a known one", [linked, { receive: { "EX01\\From Scanner": {} } }], NONE],
    ],
    "3.2": [
        [
            "too new",
            [{ errorPolicies: ["UpgradeCustomFailures"] }, { session: old }],
            [["error", /EX10 runs Exchange 2010.* DowngradeAuthFailures, DowngradeDnsFailures$/]],
        ],
        [
            "gone",
            [{ errorPolicies: ["DowngradeAuthFailures", "DowngradeDnsFailures"] }, {}],
            [["error", /does not know DowngradeAuthFailures:/]],
        ],
        ["known", [{ errorPolicies: ["DowngradeDnsFailures"] }, { session: old }], NONE],
        ["Default", [{ errorPolicies: ["Default"] }, {}], NONE],
        [
            "release not known",
            [{ errorPolicies: ["UpgradeCustomFailures"] }, { session: server("EX01", { release: undefined }) }],
            NONE,
        ],
    ],
    "13": [
        [
            "an older source server",
            [
                { sourceTransportServers: ["EX10"], frontendProxyEnabled: true, tlsAuthLevel: null },
                { servers: [server("EX01"), old] },
            ],
            [["warning", /^EX10 runs Exchange 2010 and does nothing with frontendProxyEnabled:/]],
        ],
        [
            "nothing new in use",
            [{ sourceTransportServers: ["EX10"], frontendProxyEnabled: false }, { servers: [old] }],
            NONE,
        ],
        [
            "the session's own server is gated elsewhere",
            [{ frontendProxyEnabled: true }, { session: old, servers: [old] }],
            NONE,
        ],
    ],
    "9": [
        [
            "a new one on a subscribed Edge server",
            [{}, { session: edge, send: { "EdgeSync - Berlin to Internet": {} } }],
            [
                [
                    "warning",
                    /^EDGE01 has send connectors of EdgeSync, so it is probably .*Mailbox server, with EDGE01 in source/,
                ],
            ],
        ],
        [
            "EdgeSync's own, the last one",
            [{ port: 26 }, { session: edge, send: {}, live: {}, name: "EdgeSync - Inbound to Berlin" }],
            [["warning", /refuses every change/]],
        ],
        ["an Edge server of its own", [{}, { session: edge, send: { "To Edge": {} } }], NONE],
        ["in the organisation", [{}, { send: { "EdgeSync - Berlin to Internet": {} } }], NONE],
    ],
    D1: [
        [
            "disabled, weaker one takes over",
            [
                { enabled: false },
                {
                    live: { ...strict, addressSpaces: ["a.com"] },
                    send: { Internet: { ...plain, addressSpaces: ["*"] } },
                },
            ],
            [
                [
                    "warning",
                    /mail to a\.com then goes through send connector 'Internet' with weaker TLS \(opportunistic.*so far: TLS mandatory/,
                ],
            ],
        ],
        [
            "narrowed, nothing takes over",
            [{ addressSpaces: ["b.com"] }, { live: { ...plain, addressSpaces: ["a.com", "b.com"] }, send: {} }],
            [["warning", /nothing routes a\.com then, so mail queues/]],
        ],
        [
            "an equal one takes over",
            [
                { enabled: false },
                { live: { ...strict, addressSpaces: ["a.com"] }, send: { Other: { ...strict, addressSpaces: ["*"] } } },
            ],
            NONE,
        ],
        [
            "mutual TLS lost",
            [
                { enabled: false },
                {
                    live: { ...plain, domainSecureEnabled: true, addressSpaces: ["a.com"] },
                    send: { Other: { ...strict, addressSpaces: ["*"] } },
                    ...lists("a.com"),
                },
            ],
            [["warning", /so far: mutual TLS/]],
        ],
        [
            "widened",
            [{ addressSpaces: ["a.com", "b.com"] }, { live: { ...plain, addressSpaces: ["a.com"] }, send: {} }],
            NONE,
        ],
        [
            "disabled before",
            [{ addressSpaces: ["b.com"] }, { live: { ...plain, enabled: false, addressSpaces: ["a.com"] }, send: {} }],
            NONE,
        ],
        ["new", [{ enabled: false, addressSpaces: ["a.com"] }, { send: {} }], NONE],
    ],
    H1: [
        [
            "other values than the wizard's",
            [
                { ...hybrid, requireTls: false, tlsDomain: "mail.protection.outlook.com", fqdn: "mail.contoso.com" },
                { send: {} },
            ],
            [["warning", /resets requireTls, fqdn\./]],
        ],
        [
            "by its name",
            [
                { addressSpaces: ["a.com"], ignoreStartTls: true },
                { send: {}, name: "Outbound to Office 365 - 1234" },
            ],
            [["warning", /resets ignoreStartTls/]],
        ],
        [
            "more address spaces",
            [{ ...hybrid, addressSpaces: [tenant, "a.com"] }, { send: {} }],
            [["warning", /HCW8039/]],
        ],
        [
            "two connectors",
            [hybrid, { send: { Old: { addressSpaces: [`${tenant};5`] } } }],
            [["warning", /HCW8011.*'Old'/]],
        ],
        [
            "the wizard's own values",
            [
                { ...hybrid, smartHosts: [], errorPolicies: ["Default"] },
                { send: { Internet: { addressSpaces: ["*"] } } },
            ],
            NONE,
        ],
        ["no hybrid connector", [{ addressSpaces: [tenant], requireTls: false }, {}], NONE],
    ],
    H2: [
        ["spelled out", [{ ...hybrid, tlsCertificateName: "<I>CN=CA<S>CN=x" }, {}], [["warning", /spelled out/]]],
        ["left to the wizard", [hybrid, { live: { ...hybrid, tlsCertificateName: "<I>CN=CA<S>CN=x" } }], NONE],
        ["no hybrid connector", [{ tlsCertificateName: "<I>CN=CA<S>CN=x" }, {}], NONE],
    ],
    S23: [
        [
            "none on the source server",
            [
                { tlsCertificateName: "<I>CN=CA<S>CN=x", sourceTransportServers: ["EX02"] },
                { certificates: { EX02: [] } },
            ],
            [["error", /^EX02 has no valid SMTP certificate/]],
        ],
        ["no TLS declared", [{ port: 25 }, {}], NONE],
    ],
    S24: [["no mutual TLS", [{ fqdn: "mail.contoso.com" }, {}], NONE]],
};

describe("rules between a send connector and what is around it", () => {
    for (const [code, cases] of Object.entries(rows)) {
        for (const [what, given, found] of cases) {
            it(`${code}: ${what}: ${found.map(([severity]) => severity).join(", ") || "nothing"}`, () => {
                const subject = sendCase(...given);
                const own = crossRules.filter((rule) => rule.code === code);
                const relevant = own.filter((rule) => own.length === 1 || concerns(rule.text, subject.declared));
                const findings = relevant.flatMap((rule) => rule.find(subject));
                expect(findings.map(({ severity }) => severity)).to.deep.equal(found.map(([severity]) => severity));
                found.forEach(([, text], index) => {
                    expect(findings[index]?.text).to.match(text);
                });
            });
        }
    }

    it("every rule has cases", () => {
        expect([...new Set(crossRules.map(({ code }) => code))].toSorted()).to.deep.equal(Object.keys(rows).toSorted());
    });

    it("what cannot be read is not checked", () => {
        const find = (code: string, ...given: Given) =>
            crossRules.filter((rule) => rule.code === code).flatMap((rule) => rule.find(sendCase(...given)));
        expect(() => find("S2", mutual, { live: {} })).to.throw(NotChecked);
        expect(() => find("D1", { enabled: false }, { live: { addressSpaces: ["a.com"] } })).to.throw(NotChecked);
        expect(() => find("S23", { tlsCertificateName: "<I>CN=CA<S>CN=x" })).to.throw(NotChecked, /EX01/);
    });
});

/** Two rules have the code E-1, each for its own property. */
function concerns(text: string, declared: object): boolean {
    return !text.startsWith("linkedReceiveConnector") || "linkedReceiveConnector" in declared;
}
