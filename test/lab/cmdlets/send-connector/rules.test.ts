import { expect } from "chai";
import type { Arguments } from "../argument.js";
import { Credential } from "../argument.js";
import { Bench } from "../bench.js";

const HOST = { DNSRoutingEnabled: false, SmartHosts: ["mail.fabrikam.com"] };
const VALIDATED = { RequireTLS: true, TlsAuthLevel: "DomainValidation", TlsDomain: "fabrikam.com" };
const SECRET = new Credential("relay", "secret");

/** Rule, what New is given, and whether that is refused. */
const ON_NEW: readonly (readonly [rule: string, given: Arguments, refused: boolean])[] = [
    ["S1", { DomainSecureEnabled: true, IgnoreSTARTTLS: true }, true],
    ["S1", { DomainSecureEnabled: true, ...HOST }, true],
    ["S1", { DomainSecureEnabled: true }, false],
    ["S3", { RequireTLS: true, IgnoreSTARTTLS: true }, true],
    ["S3", { RequireTLS: false, IgnoreSTARTTLS: true }, false],
    ["S4", { TlsAuthLevel: "EncryptionOnly" }, true],
    ["S4", { TlsAuthLevel: "EncryptionOnly", RequireTLS: true }, false],
    ["S5", { ...VALIDATED, TlsAuthLevel: "CertificateValidation" }, true],
    ["S5", { TlsDomain: "fabrikam.com" }, true],
    ["S5", VALIDATED, false],
    ["S6", { ...VALIDATED, TlsDomain: null, ...HOST }, true],
    ["S6", { ...VALIDATED, ...HOST }, false],
    ["S7", { ...VALIDATED, TlsDomain: null }, false],
    ["S8", { DNSRoutingEnabled: false }, true],
    ["S8", { DNSRoutingEnabled: false, SmartHosts: [] }, true],
    ["S8", HOST, false],
    ["S9", { SmartHosts: ["mail.fabrikam.com"] }, true],
    ["S9", { SmartHosts: null }, false],
    ["S10", { SmartHostAuthMechanism: "ExchangeServer" }, true],
    ["S10", { SmartHostAuthMechanism: "ExchangeServer", ...HOST }, false],
    ["S11", { SmartHostAuthMechanism: "BasicAuth", ...HOST }, true],
    ["S11", { SmartHostAuthMechanism: "BasicAuthRequireTLS", ...HOST }, true],
    ["S11", { SmartHostAuthMechanism: "BasicAuth", AuthenticationCredential: SECRET, ...HOST }, false],
    ["S14", { SourceIPAddress: "10.0.0.1" }, true],
    ["S14", { SourceTransportServers: ["EX01"] }, false],
    ["S15", { Usage: "Partner", Internet: true }, true],
    ["S15", { Custom: true, Partner: true }, true],
    ["S15", { Partner: true, Internet: false }, false],
    ["S16", { DomainSecureEnabled: true, FrontendProxyEnabled: true }, false],
    ["S17", { ForceHELO: true, RequireTLS: true }, false],
    ["S20", { RequireTLS: true, TlsAuthLevel: null }, false],
    ["S20", { DomainSecureEnabled: true, TlsAuthLevel: null }, false],
    ["space", { AddressSpaces: ["NOTES:x;1"] }, true],
    ["space", { AddressSpaces: ["NOTES:x;1"], ...HOST }, false],
    ["name", { Name: " To Fabrikam" }, true],
    ["name", { Name: "x".repeat(65) }, true],
    ["server", { SourceTransportServers: [] }, true],
];

/** Rule, what the connector has, what Set is given, and whether that is refused. */
const ON_SET: readonly (readonly [rule: string, has: Arguments, given: Arguments, refused: boolean])[] = [
    ["S4: off leaves the level behind", VALIDATED, { RequireTLS: false }, true],
    ["S5: level goes, domain stays", VALIDATED, { RequireTLS: false, TlsAuthLevel: null }, true],
    ["S4, S5: all at once", VALIDATED, { RequireTLS: false, TlsAuthLevel: null, TlsDomain: null }, false],
    ["S5: another level", VALIDATED, { TlsAuthLevel: "CertificateValidation" }, true],
    ["S5: another level", VALIDATED, { TlsAuthLevel: "CertificateValidation", TlsDomain: null }, false],
    ["S8: host of old", HOST, { DNSRoutingEnabled: false, Comment: "x" }, true],
    ["S8: host again", HOST, { ...HOST, Comment: "x" }, false],
    ["S8: last host goes", HOST, { SmartHosts: null }, true],
    ["S9: to DNS", HOST, { DNSRoutingEnabled: true }, true],
    ["S8, S9: to DNS", HOST, { DNSRoutingEnabled: true, SmartHosts: null }, false],
    ["space: none left", {}, { AddressSpaces: null }, true],
];

describe("lab: rules of send connectors", () => {
    for (const [rule, given, refused] of ON_NEW) {
        it(`${rule}: New ${JSON.stringify(given)} ${refused ? "is refused" : "passes"}`, () => {
            const bench = new Bench();
            const { error, changed } = bench.connector(given);
            expect(error?.category ?? "ok").to.equal(refused ? "InvalidArgument" : "ok");
            expect(changed).to.equal(!refused);
            expect(bench.organisation.sendConnectors).to.have.length(refused ? 0 : 1);
        });
    }
    for (const [rule, has, given, refused] of ON_SET) {
        it(`${rule}: Set ${JSON.stringify(given)} ${refused ? "is refused" : "passes"}`, () => {
            const bench = new Bench();
            expect(bench.connector(has).error).to.equal(null);
            const { error, changed } = bench.run("Set-SendConnector", { Identity: "To Fabrikam", ...given });
            expect(error?.category ?? "ok").to.equal(refused ? "InvalidArgument" : "ok");
            expect(changed).to.equal(!refused);
        });
    }

    it("lets go of S1 and S8 where the switches say so", () => {
        const bench = new Bench("single", { domainSecureConditions: "accept", smartHostsInSameCommand: false });
        expect(bench.connector({ DomainSecureEnabled: true, ...HOST }).error).to.equal(null);
        expect(bench.reason("Set-SendConnector", { Identity: "To Fabrikam", DNSRoutingEnabled: false })).to.equal("ok");
    });
});
