import { expect } from "chai";
import { sendConnector } from "../../../provider/resources/send-connector";
import { rules } from "../../../provider/resources/send-connector/rules";
import { canonical } from "./canonical";

const NONE: readonly string[] = [];
const smart = { dnsRoutingEnabled: false, smartHosts: ["relay.contoso.com"] };
const linked = {
    linkedReceiveConnector: "EX01\\From Scanner",
    addressSpaces: [],
    ...smart,
    smartHostAuthMechanism: "ExternalAuthoritative",
    maxMessageSize: "unlimited",
};

/** Code of the rule → values and the codes that they violate; what is not named is not known. */
const rows: Record<string, readonly (readonly [what: string, values: object, codes: readonly string[]])[]> = {
    S1: [
        ["a smart host", { domainSecureEnabled: true, ...smart }, ["S1"]],
        ["no STARTTLS", { domainSecureEnabled: true, ignoreStartTls: true }, ["S1"]],
        [
            "DNS routing and STARTTLS",
            { domainSecureEnabled: true, dnsRoutingEnabled: true, ignoreStartTls: false },
            NONE,
        ],
        ["routing not known", { domainSecureEnabled: true }, NONE],
        ["no mutual TLS", { domainSecureEnabled: false, ...smart }, NONE],
    ],
    S3: [
        ["both", { requireTls: true, ignoreStartTls: true }, ["S3"]],
        ["one", { requireTls: true, ignoreStartTls: false }, NONE],
        ["the other", { requireTls: false, ignoreStartTls: true }, NONE],
        ["one not known", { ignoreStartTls: true }, NONE],
    ],
    S4: [
        ["no requireTls", { tlsAuthLevel: "EncryptionOnly", requireTls: false }, ["S4"]],
        ["no STARTTLS", { tlsAuthLevel: "EncryptionOnly", ignoreStartTls: true }, ["S4"]],
        ["with requireTls", { tlsAuthLevel: "EncryptionOnly", requireTls: true, ignoreStartTls: false }, NONE],
        ["no level", { tlsAuthLevel: null, requireTls: false }, NONE],
        ["an empty level", { tlsAuthLevel: "", requireTls: false }, NONE],
        ["requireTls not known", { tlsAuthLevel: "EncryptionOnly" }, NONE],
    ],
    S5: [
        ["another level", { tlsDomain: "fabrikam.com", tlsAuthLevel: "CertificateValidation" }, ["S5"]],
        ["no level", { tlsDomain: "fabrikam.com", tlsAuthLevel: null }, ["S5"]],
        ["the level", { tlsDomain: "fabrikam.com", tlsAuthLevel: "DomainValidation" }, NONE],
        ["no domain", { tlsDomain: null, tlsAuthLevel: null }, NONE],
        ["level not known", { tlsDomain: "fabrikam.com" }, NONE],
    ],
    S6: [
        ["no name", { tlsAuthLevel: "DomainValidation", tlsDomain: null, ...smart }, ["S6"]],
        ["a name", { tlsAuthLevel: "DomainValidation", tlsDomain: "fabrikam.com", ...smart }, NONE],
        ["name not known", { tlsAuthLevel: "DomainValidation", ...smart }, NONE],
        ["another level", { tlsAuthLevel: "CertificateValidation", tlsDomain: null, ...smart }, NONE],
    ],
    S7: [
        ["no name", { tlsAuthLevel: "DomainValidation", tlsDomain: null, dnsRoutingEnabled: true }, ["S7"]],
        ["a name", { tlsAuthLevel: "DomainValidation", tlsDomain: "*.fabrikam.com", dnsRoutingEnabled: true }, NONE],
        ["name not known", { tlsAuthLevel: "DomainValidation", dnsRoutingEnabled: true }, NONE],
        ["routing not known", { tlsAuthLevel: "DomainValidation", tlsDomain: null }, NONE],
    ],
    S8: [
        ["no smart host", { dnsRoutingEnabled: false, smartHosts: [] }, ["S8"]],
        ["a smart host", smart, NONE],
        ["smart hosts not known", { dnsRoutingEnabled: false }, NONE],
    ],
    S9: [
        ["both", { dnsRoutingEnabled: true, smartHosts: ["10.0.0.1"] }, ["S9"]],
        ["no smart host", { dnsRoutingEnabled: true, smartHosts: [] }, NONE],
        ["routing not known", { smartHosts: ["10.0.0.1"] }, NONE],
    ],
    "3.5": [
        ["another type by DNS", { addressSpaces: ["a.com", "X400:c=US;a= ;p=A;1"], dnsRoutingEnabled: true }, ["3.5"]],
        ["all of another type by DNS", { addressSpaces: ["FAX:*;1"], dnsRoutingEnabled: true }, ["3.5"]],
        ["another type by a smart host", { addressSpaces: ["FAX:*;1"], ...smart }, NONE],
        ["SMTP in any case by DNS", { addressSpaces: ["smtp:*;1", "*.com"], dnsRoutingEnabled: true }, NONE],
        ["routing not known", { addressSpaces: ["FAX:*;1"] }, NONE],
    ],
    S10: [
        ["DNS routing", { smartHostAuthMechanism: "ExchangeServer", dnsRoutingEnabled: true }, ["S10"]],
        ["no smart host", { smartHostAuthMechanism: "BasicAuth", smartHosts: [] }, ["S10"]],
        ["a smart host", { smartHostAuthMechanism: "ExchangeServer", ...smart }, NONE],
        ["no authentication", { smartHostAuthMechanism: "None", dnsRoutingEnabled: true, smartHosts: [] }, NONE],
        ["the rest not known", { smartHostAuthMechanism: "ExchangeServer" }, NONE],
    ],
    S12: [
        [
            "an IPv4 address",
            { smartHostAuthMechanism: "BasicAuthRequireTLS", smartHosts: ["a.com", "10.0.0.1"] },
            ["S12"],
        ],
        ["an IPv6 address", { smartHostAuthMechanism: "BasicAuthRequireTLS", smartHosts: ["[2001:db8::1]"] }, ["S12"]],
        ["names", { smartHostAuthMechanism: "BasicAuthRequireTLS", ...smart }, NONE],
        ["without TLS", { smartHostAuthMechanism: "BasicAuth", smartHosts: ["10.0.0.1"] }, NONE],
        ["smart hosts not known", { smartHostAuthMechanism: "BasicAuthRequireTLS" }, NONE],
    ],
    S13: [
        ["an address space", { ...linked, addressSpaces: ["a.com"] }, ["S13"]],
        ["DNS routing", { ...linked, dnsRoutingEnabled: true, smartHosts: [] }, ["S10", "S13"]],
        ["no authentication", { ...linked, smartHostAuthMechanism: "None" }, ["S13"]],
        ["a size limit", { ...linked, maxMessageSize: "10MB" }, ["S13"]],
        ["as it must be", linked, NONE],
        ["the rest not known", { linkedReceiveConnector: "EX01\\From Scanner" }, NONE],
        ["no link", { ...linked, linkedReceiveConnector: null, maxMessageSize: "10MB" }, NONE],
        ["link not known", { addressSpaces: ["a.com"], maxMessageSize: "10MB" }, NONE],
    ],
    S16: [
        ["both", { domainSecureEnabled: true, frontendProxyEnabled: true }, ["S16"]],
        ["no proxy", { domainSecureEnabled: true, frontendProxyEnabled: false }, NONE],
        ["proxy not known (2010)", { domainSecureEnabled: true }, NONE],
        ["proxy alone", { domainSecureEnabled: false, frontendProxyEnabled: true }, NONE],
    ],
    S17: [
        ["with requireTls", { forceHelo: true, requireTls: true }, ["S17"]],
        ["with mutual TLS", { forceHelo: true, domainSecureEnabled: true }, ["S17"]],
        ["opportunistic", { forceHelo: true, requireTls: false, domainSecureEnabled: false }, NONE],
        ["not known", { requireTls: true }, NONE],
    ],
    S20: [
        ["requireTls without a level", { requireTls: true, tlsAuthLevel: null }, NONE],
        [
            "requireTls and mutual TLS without a level",
            { requireTls: true, domainSecureEnabled: true, tlsAuthLevel: null, dnsRoutingEnabled: true },
            NONE,
        ],
    ],
    S22: [
        ["all domains", { requireTls: true, dnsRoutingEnabled: true, addressSpaces: ["a.com", "*;5"] }, ["S22"]],
        ["a partner", { requireTls: true, dnsRoutingEnabled: true, addressSpaces: ["*.com", "a.com"] }, NONE],
        ["all domains by a smart host", { requireTls: true, addressSpaces: ["*"], ...smart }, NONE],
        ["all domains, opportunistic", { requireTls: false, dnsRoutingEnabled: true, addressSpaces: ["*"] }, NONE],
        ["routing not known", { requireTls: true, addressSpaces: ["*"] }, NONE],
        ["all fax numbers", { requireTls: true, dnsRoutingEnabled: true, addressSpaces: ["FAX:*;1"] }, ["3.5"]],
    ],
};

describe("rules over a send connector's own values", () => {
    for (const [code, cases] of Object.entries(rows)) {
        for (const [what, values, codes] of cases) {
            it(`${code}: ${what}: ${codes.join(", ") || "nothing"}`, () => {
                const known = canonical(sendConnector, values as Record<string, unknown>);
                const violated = rules.filter((rule) => rule.when(known)).map((rule) => rule.code);
                expect(violated).to.deep.equal(codes);
            });
        }
    }

    it("each has a violating and a conforming case, and names the property that lifts it", () => {
        for (const { code, exception, text } of rules) {
            const own = (rows[code] ?? []).map(([, , codes]) => codes.includes(code));
            expect(own, code).to.include(true).and.to.include(false);
            if (exception !== undefined) {
                expect(text).to.contain(exception);
                expect(sendConnector.exceptions).to.have.property(exception);
            }
            expect(text).not.to.match(/[.]$|\(S\d+\)/);
        }
    });

    it("none knows anything of nothing, and a new connector breaks none", () => {
        const fresh = { ...sendConnector.initial({}), ...canonical(sendConnector, { addressSpaces: ["*"] }) };
        expect(rules.filter(({ when }) => when({}) || when(fresh))).to.deep.equal([]);
    });

    it("a new connector for internal use has no size limit", () => {
        expect(sendConnector.initial({ usage: "Internal" }).maxMessageSize).to.equal("unlimited");
    });
});
