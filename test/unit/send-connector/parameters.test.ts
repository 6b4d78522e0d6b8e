import { expect } from "chai";
import type { Field } from "../../../provider/resources/field";
import { sendConnector } from "../../../provider/resources/send-connector";
import { fields } from "../../../provider/resources/send-connector/fields";

/** Reference sheet 3.2 with the versions of section 13: TypeScript name, cmdlets, versions. Written by hand. */
const sheet: Record<string, readonly [name: string, cmdlets: "New" | "Set" | "both", since: string, until?: string]> = {
    Name: ["name", "both", "2007"],
    AddressSpaces: ["addressSpaces", "both", "2007"],
    AuthenticationCredential: ["authenticationCredential", "both", "2007"],
    CloudServicesMailEnabled: ["cloudServicesMailEnabled", "both", "2013"],
    Comment: ["comment", "both", "2007"],
    ConnectionInactivityTimeOut: ["connectionInactivityTimeOut", "both", "2007"],
    ConnectorType: ["connectorType", "both", "2016"],
    DNSRoutingEnabled: ["dnsRoutingEnabled", "both", "2007"],
    DomainSecureEnabled: ["domainSecureEnabled", "both", "2007"],
    Enabled: ["enabled", "both", "2007"],
    ErrorPolicies: ["errorPolicies", "both", "2010"],
    ForceHELO: ["forceHelo", "both", "2007"],
    Fqdn: ["fqdn", "both", "2007"],
    FrontendProxyEnabled: ["frontendProxyEnabled", "both", "2013"],
    IgnoreSTARTTLS: ["ignoreStartTls", "both", "2007"],
    IsCoexistenceConnector: ["isCoexistenceConnector", "both", "2010", "2010 SP1"],
    IsScopedConnector: ["isScopedConnector", "both", "2007 SP1"],
    LinkedReceiveConnector: ["linkedReceiveConnector", "both", "2007", "2010 SP1"],
    MaxMessageSize: ["maxMessageSize", "both", "2007"],
    Port: ["port", "both", "2007"],
    ProtocolLoggingLevel: ["protocolLoggingLevel", "both", "2007"],
    RequireOorg: ["requireOorg", "both", "2010"],
    RequireTLS: ["requireTls", "both", "2007"],
    SmartHostAuthMechanism: ["smartHostAuthMechanism", "both", "2007"],
    SmartHosts: ["smartHosts", "both", "2007"],
    SmtpMaxMessagesPerConnection: ["smtpMaxMessagesPerConnection", "both", "2010"],
    SourceIPAddress: ["sourceIpAddress", "both", "2007"],
    SourceTransportServers: ["sourceTransportServers", "both", "2007"],
    TlsAuthLevel: ["tlsAuthLevel", "both", "2010"],
    TlsCertificateName: ["tlsCertificateName", "both", "2013"],
    TlsDomain: ["tlsDomain", "both", "2010"],
    UseExternalDNSServersEnabled: ["useExternalDnsServersEnabled", "both", "2007"],
    Usage: ["usage", "New", "2007"],
};

describe("parameters of a send connector", () => {
    const table: Record<string, Field> = fields;

    it("are those of the sheet, no more and no less", () => {
        const parameters = Object.values(table).map(({ parameter }) => parameter);
        expect(parameters.toSorted()).to.deep.equal(Object.keys(sheet).toSorted());
        expect(new Set(parameters.map((one) => one.toLowerCase())).size).to.equal(parameters.length);
    });

    for (const [parameter, [name, cmdlets, since, until]] of Object.entries(sheet)) {
        it(`${parameter} is ${name}: ${cmdlets}, ${since} to ${until ?? "now"}`, () => {
            const field = table[name];
            expect(field?.parameter).to.equal(parameter);
            expect(field?.only ?? "both").to.equal(cmdlets);
            expect([field?.since, field?.until]).to.deep.equal([since, until]);
        });
    }

    it("that no server shows again are not compared", () => {
        const unreadable = Object.keys(table).filter((name) => table[name]?.readable === false);
        expect(unreadable.toSorted()).to.deep.equal(["authenticationCredential", "usage"]);
    });

    it("accept the bounds of their ranges and nothing beyond", () => {
        const rows: [string, unknown, boolean][] = [
            ["port", -1, false],
            ["port", 0, true],
            ["port", 65_536, false],
            ["connectionInactivityTimeOut", "00:00:00", false],
            ["connectionInactivityTimeOut", "00:00:01", true],
            ["connectionInactivityTimeOut", "1.00:00:00", true],
            ["connectionInactivityTimeOut", "1.00:00:01", false],
            ["maxMessageSize", "2GB", false],
            ["maxMessageSize", "Unlimited", true],
            ["smtpMaxMessagesPerConnection", -1, false],
            ["sourceIpAddress", "0.0.0.0", true],
            ["sourceIpAddress", "mail.contoso.com", false],
            ["usage", "Client", false],
            ["usage", "partner", true],
            ["smartHostAuthMechanism", "Tls", false],
            ["authenticationCredential", { username: "x", password: "" }, false],
        ];
        for (const [name, value, ok] of rows) {
            expect(table[name]?.type.parse(value).ok, `${name} ${JSON.stringify(value)}`).to.equal(ok);
        }
    });

    it("ErrorPolicies: Default is the empty set, on the way in and out", () => {
        const { flags } = fields.errorPolicies;
        expect(flags.parse("Default")).to.deep.equal({ ok: true, canonical: [] });
        expect(flags.print([])).to.equal("Default");
        expect(flags.print(["UpgradeCustomFailures", "DowngradeDnsFailures"])).to.equal(
            "DowngradeDnsFailures, UpgradeCustomFailures",
        );
        expect(flags.parse(["Default", "DowngradeDnsFailures"]).ok).to.equal(false);
    });
});

describe("built-in send connectors", () => {
    const rows: [string, boolean][] = [
        ["EdgeSync - ", false],
        ["EdgeSync - Inbound to ", false],
        ["My EdgeSync - Inbound to Berlin", false],
        ["To Fabrikam", false],
        ["EdgeSync - Inbound to Berlin", true],
        ["edgesync - default-first-site-name to internet", true],
    ];
    for (const [name, builtIn] of rows) {
        it(`'${name}' is ${builtIn ? "one" : "none"}`, () => {
            expect(sendConnector.isBuiltIn(name, undefined)).to.equal(builtIn);
        });
    }
});
