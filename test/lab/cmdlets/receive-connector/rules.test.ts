import { expect } from "chai";
import type { Arguments } from "../argument.js";
import { Bench } from "../bench.js";

const OUTSIDE = "mail.fabrikam.com";
const many = (count: number) => Array.from({ length: count }, (_, at) => `10.${Math.floor(at / 250)}.${at % 250}.0/24`);

/** Rule, what New is given, and the exception's name; `ok`: accepted. */
const ON_NEW: readonly (readonly [rule: string, given: Arguments, reason: string])[] = [
    ["R1", { AuthMechanism: "None, Tls" }, "ParameterBindingArgumentTransformationException"],
    ["R1", { AuthMechanism: ["Tls", "None"] }, "ParameterBindingArgumentTransformationException"],
    ["R1", { AuthMechanism: "None" }, "ok"],
    ["R2", { AuthMechanism: "BasicAuthRequireTLS, BasicAuth" }, "DataValidationException"],
    ["R2", { AuthMechanism: "Tls, BasicAuthRequireTLS" }, "DataValidationException"],
    ["R2", { AuthMechanism: "Tls, BasicAuth, BasicAuthRequireTLS" }, "ok"],
    [
        "R3",
        { AuthMechanism: "ExternalAuthoritative, Integrated", PermissionGroups: "ExchangeServers" },
        "DataValidationException",
    ],
    ["R3", { AuthMechanism: "ExternalAuthoritative, Tls", PermissionGroups: "ExchangeServers" }, "ok"],
    ["R4", { RequireTLS: true, AuthMechanism: "Integrated" }, "DataValidationException"],
    ["R4", { RequireTLS: true }, "ok"],
    ["R5", { AuthMechanism: "ExternalAuthoritative" }, "DataValidationException"],
    ["R5", { AuthMechanism: "ExternalAuthoritative", PermissionGroups: "AnonymousUsers, ExchangeServers" }, "ok"],
    ["R6", { DomainSecureEnabled: true, AuthMechanism: "Integrated" }, "DataValidationException"],
    [
        "R6",
        {
            DomainSecureEnabled: true,
            AuthMechanism: "Tls, ExternalAuthoritative",
            PermissionGroups: "ExchangeServers",
        },
        "DataValidationException",
    ],
    ["R6", { DomainSecureEnabled: true }, "ok"],
    ["R7", { AuthMechanism: "Tls, ExchangeServer", Fqdn: OUTSIDE }, "DataValidationException"],
    ["R7", { AuthMechanism: "Tls, ExchangeServer", Fqdn: "EX01.fabrikam.com" }, "DataValidationException"],
    ["R7", { AuthMechanism: "Tls, ExchangeServer", Fqdn: "ex01.CONTOSO.com" }, "ok"],
    ["R7", { AuthMechanism: "Tls, ExchangeServer", Fqdn: "ex01" }, "ok"],
    ["R7", { AuthMechanism: "Tls, ExchangeServer", Fqdn: null }, "ok"],
    ["R7", { Fqdn: OUTSIDE }, "ok"],
    ["R9", { Bindings: ["0.0.0.0:2525"], RemoteIPRanges: ["0.0.0.0/0"] }, "DataValidationException"],
    [
        "R9",
        { Bindings: ["0.0.0.0:2525"], RemoteIPRanges: ["10.0.0.1", "0.0.0.0-255.255.255.255"] },
        "DataValidationException",
    ],
    ["R9", { Bindings: ["0.0.0.0:2525"] }, "ok"],
    ["R9", { Bindings: ["127.0.0.1:2525"], RemoteIPRanges: ["0.0.0.0/0"] }, "ok"],
    ["R10", { Bindings: ["[0::0]:25"] }, "ReceiveConnectorRoleConflictException"],
    ["R10", { Bindings: ["0.0.0.0:2626", "0.0.0.0:587"] }, "ReceiveConnectorRoleConflictException"],
    [
        "R10",
        { Bindings: ["0.0.0.0:2525"], TransportRole: "FrontendTransport" },
        "ReceiveConnectorRoleConflictException",
    ],
    ["R10", { Bindings: ["0.0.0.0:25"], TransportRole: "FrontendTransport" }, "ok"],
    ["R11", { RemoteIPRanges: ["10.0.0.1-10.0.0.9", "10.0.0.5-10.0.0.12"] }, "ok"],
    ["R12", { SuppressXAnonymousTls: true }, "DataValidationException"],
    ["R13", { ChunkingEnabled: false }, "DataValidationException"],
    ["R13", { ChunkingEnabled: false, BinaryMimeEnabled: false }, "ok"],
    ["R14", { ConnectionTimeout: "00:05:00" }, "DataValidationException"],
    ["R14", { ConnectionInactivityTimeout: "00:11:00" }, "DataValidationException"],
    ["R14", { ConnectionInactivityTimeout: "00:11:00", ConnectionTimeout: "1.00:00:00" }, "ok"],
    ["R15", { Bindings: ["192.0.2.77:25000"] }, "ok"],
    ["R16", { Bindings: [] }, "ParameterBindingValidationException"],
    ["R16", { Bindings: null }, "ParameterBindingValidationException"],
    ["R17", { EnableAuthGSSAPI: true, AuthMechanism: "Tls" }, "ok"],
    ["R18", { LongAddressesEnabled: true, TransportRole: "FrontendTransport" }, "DataValidationException"],
    ["R18", { LongAddressesEnabled: true, TransportRole: "HubTransport" }, "ok"],
    ["R18", { OrarEnabled: true, TransportRole: "FrontendTransport" }, "ok"],
    ["R20", { Usage: "Partner", Internet: true }, "DataValidationException"],
    ["R20", { Custom: true, Client: true }, "DataValidationException"],
    ["R20", { Partner: true, Internet: false }, "ok"],
    ["R21", { Bindings: ["10.0.0.7:25"] }, "ReceiveConnectorRoleConflictException"],
    ["R21", { Bindings: ["10.0.0.7:25"], TransportRole: "FrontendTransport" }, "ok"],
    ["R22", { RemoteIPRanges: many(1301) }, "AdminLimitExceededException"],
    ["R22", { RemoteIPRanges: many(1300) }, "ok"],
    ["R23", { Banner: "554 go away" }, "DataValidationException"],
    ["R23", { Banner: "220 here I am" }, "ok"],
    ["R23", { Banner: null }, "ok"],
    ["R24", { TlsDomainCapabilities: ["NO-TLS:AcceptCloudServicesMail"] }, "ok"],
    ["R25", { ExtendedProtectionPolicy: "Require" }, "ok"],
    ["Custom", { PermissionGroups: "AnonymousUsers, Custom" }, "DataValidationException"],
    ["name", { Name: "Relay " }, "DataValidationException"],
    ["name", { Name: "x".repeat(65) }, "DataValidationException"],
    ["name", { Name: "x".repeat(64) }, "ok"],
    ["domain", { DefaultDomain: "fabrikam.com" }, "ManagementObjectNotFoundException"],
    ["domain", { DefaultDomain: "contoso.com" }, "ok"],
    ["server", { Server: "EX09" }, "ManagementObjectNotFoundException"],
    ["ranges", { RemoteIPRanges: null }, "ParameterBindingValidationException"],
];

/** Rule, what the connector has, what Set is given, and the exception's name. */
const ON_SET: readonly (readonly [rule: string, has: Arguments, given: Arguments, reason: string])[] = [
    ["R4: Tls goes, RequireTLS stays", { RequireTLS: true }, { AuthMechanism: "None" }, "DataValidationException"],
    ["R4: both at once", { RequireTLS: true }, { AuthMechanism: "None", RequireTLS: false }, "ok"],
    ["R7: ExchangeServer comes", { Fqdn: OUTSIDE }, { AuthMechanism: "ExchangeServer" }, "DataValidationException"],
    [
        "R9: another connector's range",
        {},
        { Bindings: ["0.0.0.0:2525", "[::]:2525"], RemoteIPRanges: ["::/0"] },
        "DataValidationException",
    ],
    [
        "R10: another role",
        { Bindings: ["0.0.0.0:2525"] },
        { TransportRole: "FrontendTransport" },
        "ReceiveConnectorRoleConflictException",
    ],
    ["R16", {}, { Bindings: [] }, "ParameterBindingValidationException"],
    ["R22", {}, { RemoteIPRanges: many(1301) }, "AdminLimitExceededException"],
    ["usage is for New", {}, { Usage: "Partner" }, "ParameterBindingException"],
    ["the server stays", {}, { Server: "EX01" }, "ParameterBindingException"],
    ["role as it is", {}, { TransportRole: "HubTransport" }, "ok"],
];

describe("lab: rules of receive connectors", () => {
    for (const [rule, given, reason] of ON_NEW) {
        it(`${rule}: New ${JSON.stringify(given).slice(0, 90)}: ${reason}`, () => {
            const bench = new Bench();
            const outcome = bench.receive(given);
            expect(outcome.error?.reason ?? "ok").to.equal(reason);
            expect(outcome.changed).to.equal(reason === "ok");
            expect(bench.organisation.receiveConnectors).to.have.length(reason === "ok" ? 6 : 5);
        });
    }
    for (const [rule, has, given, reason] of ON_SET) {
        it(`${rule}: Set ${JSON.stringify(given).slice(0, 90)}: ${reason}`, () => {
            const bench = new Bench();
            expect(bench.receive(has).error).to.equal(null);
            expect(bench.reason("Set-ReceiveConnector", { Identity: "EX01\\Relay", ...given })).to.equal(reason);
        });
    }

    it("R11: refuses ranges that overlap in part, at any binding or only at a shared one", () => {
        const both = (bench: Bench, ranges: string, port: number) => {
            bench.receive({ RemoteIPRanges: ["10.0.0.1-10.0.0.9"] });
            return bench.receive({ Name: "Other", Bindings: [`0.0.0.0:${port}`], RemoteIPRanges: [ranges] }).error;
        };
        expect(both(new Bench(), "10.0.0.5-10.0.0.12", 2626)).to.not.equal(null);
        expect(both(new Bench(), "10.0.0.5-10.0.0.12", 2627)).to.not.equal(null);
        const lenient = () => new Bench("single", { partialOverlap: "same-binding" });
        expect(both(lenient(), "10.0.0.5-10.0.0.12", 2626)).to.not.equal(null);
        expect(both(lenient(), "10.0.0.5-10.0.0.12", 2627)).to.equal(null);
        expect(both(new Bench(), "10.0.0.0/29", 2626)?.category).to.equal("InvalidArgument");
        expect(both(new Bench(), "10.0.0.2-10.0.0.9", 2626)).to.equal(null);
        expect(both(new Bench(), "10.0.0.0/8", 2626)).to.equal(null);
    });

    it("R10: refuses every change of a connector that is in a conflict, and heals by its bindings", () => {
        const bench = new Bench();
        bench.receive();
        const relay = bench.organisation.receiveConnector("EX01", "Relay");
        if (relay === undefined) throw new Error("no connector");
        const settings = { ...relay.settings, Bindings: ["0.0.0.0:25"] };
        bench.organisation.putReceiveConnector({ ...relay, settings });
        const set = (Identity: string, given: Arguments) =>
            bench.reason("Set-ReceiveConnector", { Identity, ...given });
        const conflict = "ReceiveConnectorRoleConflictException";
        expect(set("EX01\\Relay", { Comment: "x" })).to.equal(conflict);
        expect(set("EX01\\Relay", { Enabled: false })).to.equal(conflict);
        expect(set("EX01\\Default Frontend EX01", { MaxLocalHopCount: 5 })).to.equal(conflict);
        expect(set("EX01\\Default EX01", { Comment: "x" })).to.equal("ok");
        expect(set("EX01\\Relay", { Bindings: ["0.0.0.0:2626"] })).to.equal("ok");
        expect(set("EX01\\Default Frontend EX01", { MaxLocalHopCount: 6 })).to.equal("ok");
    });

    it("R10: leaves other servers out of it", () => {
        const bench = new Bench("dag");
        expect(bench.receive({ Bindings: ["0.0.0.0:2626"], Server: "EX02" }).error).to.equal(null);
        expect(bench.receive({ TransportRole: "FrontendTransport" }).error).to.equal(null);
    });

    it("R12: lets X-ANONYMOUSTLS be hidden once the server downgrades", () => {
        const bench = new Bench("dag");
        const set = (Identity: string) =>
            bench.run("Set-TransportService", { Identity, UseDowngradedExchangeServerAuth: true }).changed;
        expect(set("EX02")).to.equal(true);
        expect(bench.receive({ SuppressXAnonymousTls: true }).error).to.not.equal(null);
        expect(set("EX01")).to.equal(true);
        expect(bench.receive({ SuppressXAnonymousTls: true }).error).to.equal(null);
    });

    it("lets go where the switches say so", () => {
        const bench = new Bench("single", {
            domainSecureConditions: "accept",
            sameBinding: "not-all-ranges",
            hubOnPort25: "accept",
            customPermissionGroup: "ignore",
            defaultTransportRole: "FrontendTransport",
        });
        const given = { PermissionGroups: "Custom", DomainSecureEnabled: true, AuthMechanism: "None" };
        const shared = { Bindings: ["0.0.0.0:25"], RemoteIPRanges: ["0.0.0.0/0", "10.0.0.1"] };
        expect(bench.receive({ ...given, ...shared }).error).to.equal(null);
        const { settings } = bench.organisation.receiveConnector("EX01", "Relay") ?? {};
        expect(settings).to.include({ PermissionGroups: "None", TransportRole: "FrontendTransport" });
        const hub = { Name: "Hub", Bindings: ["10.0.0.7:25"], TransportRole: "HubTransport" };
        expect(bench.receive(hub).error).to.equal(null);
    });
});
