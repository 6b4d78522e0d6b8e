import { expect } from "chai";
import type { Arguments } from "./argument.js";
import { Bench } from "./bench.js";

const HOST = { DNSRoutingEnabled: false, SmartHosts: ["10.0.0.1"] };

/** What New-SendConnector or New-ReceiveConnector is given on an Edge server, and whether that is refused. */
const TABLE: readonly (readonly ["connector" | "receive", Arguments, refused: boolean])[] = [
    ["connector", { SourceTransportServers: ["EDGE01"] }, true],
    ["connector", { AddressSpaces: ["NOTES:x;1"], ...HOST }, true],
    ["connector", { DomainController: "dc01.contoso.com" }, true],
    ["connector", { SourceIPAddress: "10.0.0.1" }, false],
    ["receive", { TransportRole: "HubTransport" }, true],
    ["receive", { Client: true }, true],
    ["receive", { PermissionGroups: "ExchangeLegacyServers" }, true],
    ["receive", { LongAddressesEnabled: true }, true],
    ["receive", { Server: "EX01" }, true],
    ["receive", { Bindings: ["10.0.0.1:25"] }, false],
    ["receive", { Usage: "Internal", AuthMechanism: "Tls, ExchangeServer" }, false],
];

describe("lab: an Edge server", () => {
    for (const [method, given, refused] of TABLE) {
        it(`${method} ${JSON.stringify(given)} ${refused ? "is refused" : "passes"}`, () => {
            expect(new Bench("edge")[method](given).error !== null).to.equal(refused);
        });
    }

    it("has its own directory, defaults and ids of errors", () => {
        const bench = new Bench("edge");
        const [made] = bench.receive().objects;
        expect(made).to.include({
            ConnectionTimeout: "00:05:00",
            ConnectionInactivityTimeout: "00:01:00",
            MessageRateLimit: "600",
            OriginatingServer: "EDGE01.contoso.com",
        });
        expect(made).to.not.have.any.keys("PSComputerName", "RunspaceId");
        const { error } = bench.run("Get-ReceiveConnector", { Identity: "Nobody" });
        expect(error?.fqid).to.not.include("FailureCategory");
        expect(bench.reason("Set-TransportService", { Identity: "EDGE01" })).to.not.equal("ok");
    });

    it("once subscribed gets the organisation's lists again within minutes", () => {
        const bench = new Bench("edge", {}, { edgeSubscribed: true, foreignDomains: 2 });
        const sends = () => bench.run("Get-TransportConfig").objects[0]?.TLSSendDomainSecureList;
        const given = { TLSSendDomainSecureList: ["fabrikam.com"], Xexch50Enabled: false };
        expect(bench.run("Set-TransportConfig", given).changed).to.equal(true);
        bench.clock.advance(179_999);
        expect(sends()).to.deep.equal(["fabrikam.com"]);
        bench.clock.advance(1);
        expect(sends()).to.deep.equal(["partner-01.example", "partner-02.example"]);
        expect(bench.run("Get-TransportConfig").objects[0]).to.include({ Xexch50Enabled: false });
    });

    it("can be a source for the organisation that it is subscribed to, and shows no more of itself there", () => {
        const bench = new Bench("single", {}, { withEdge: true });
        expect(bench.connector({ SourceTransportServers: ["edge01"] }).error).to.equal(null);
        expect(bench.run("Get-SendConnector").objects).to.have.length(3);
        expect(bench.run("Get-ExchangeServer", { Identity: "EDGE01" }).objects[0]).to.include({ IsEdgeServer: true });
        expect(bench.run("Get-ReceiveConnector").objects).to.have.length(5);
        expect(bench.reason("Get-ReceiveConnector", { Server: "EDGE01" })).to.match(/NotFound/);
        expect(bench.reason("New-ReceiveConnector", { Name: "x", Server: "EDGE01" })).to.not.equal("ok");
        expect(bench.run("Get-ExchangeCertificate", { Server: "EDGE01" }).error).to.not.equal(null);
        expect(bench.run("Test-SmtpConnectivity", { Identity: "EDGE01" }).objects).to.deep.equal([]);
    });

    it("once subscribed leaves its send connectors to EdgeSync, and keeps its receive connectors", () => {
        const bench = new Bench("edge", {}, { edgeSubscribed: true });
        const connectors = bench.run("Get-SendConnector").objects;
        expect(connectors.map(({ AddressSpaces, SmartHosts }) => [AddressSpaces, SmartHosts])).to.deep.equal([
            [["SMTP:--;1"], ["--"]],
            [["SMTP:*;100"], []],
        ]);
        const Identity = String(connectors[1]?.Name);
        expect(bench.connector().error?.category).to.equal("InvalidArgument");
        expect(bench.run("Set-SendConnector", { Identity, Comment: "x" }).error?.category).to.equal("InvalidArgument");
        expect(bench.reason("Remove-SendConnector", { Identity, Confirm: false })).to.not.equal("ok");
        expect(bench.run("Get-SendConnector").objects).to.have.length(2);
        expect(bench.receive().error).to.equal(null);
    });
});
