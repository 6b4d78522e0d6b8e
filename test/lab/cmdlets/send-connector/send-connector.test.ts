import { expect } from "chai";
import { Credential, Hashtable } from "../argument.js";
import { Bench } from "../bench.js";

const names = (bench: Bench, identity?: string | null) =>
    bench
        .run("Get-SendConnector", identity === undefined ? {} : { Identity: identity })
        .objects.map(({ Name }) => Name);

describe("lab: send connectors", () => {
    let bench: Bench;
    beforeEach(() => {
        bench = new Bench("dag");
        bench.connector();
        bench.connector({ Name: "To Tailspin", AddressSpaces: ["tailspin.com"] });
    });

    it("returns every connector for no identity, null and the empty text", () => {
        for (const identity of [undefined, null, ""]) {
            expect(names(bench, identity)).to.deep.equal(["To Fabrikam", "To Tailspin"]);
        }
    });

    it("finds by name in any case, by GUID, by Server\\Name and by wildcard", () => {
        const guid = bench.organisation.sendConnector("To Tailspin")?.guid ?? "";
        expect(names(bench, "to TAILSPIN")).to.deep.equal(["To Tailspin"]);
        expect(names(bench, guid)).to.deep.equal(["To Tailspin"]);
        expect(names(bench, "ex01\\To Tailspin")).to.deep.equal(["To Tailspin"]);
        expect(names(bench, "To *")).to.have.length(2);
        expect(names(bench, "Nobody*")).to.deep.equal([]);
        expect(bench.reason("Get-SendConnector", { Identity: "EX02\\To Tailspin" })).to.match(/NotFound/);
        expect(bench.reason("Set-SendConnector", { Identity: "EX01\\To Tailspin" })).to.match(/NotFound/);
    });

    it("reports an unknown name, an ambiguous wildcard and a taken name", () => {
        const reasons = [
            bench.reason("Get-SendConnector", { Identity: "Nobody" }),
            bench.reason("Set-SendConnector", { Identity: "To *", Comment: "x" }),
            bench.reason("New-SendConnector", { Name: "to fabrikam", AddressSpaces: ["*"] }),
            bench.reason("Set-SendConnector", { Identity: "To Fabrikam", Name: "To Tailspin" }),
        ];
        expect(reasons).to.deep.equal([
            "ManagementObjectNotFoundException",
            "ManagementObjectAmbiguousException",
            "ADObjectAlreadyExistsException",
            "ADObjectAlreadyExistsException",
        ]);
    });

    it("removes by a wildcard that happens to match one", () => {
        expect(bench.reason("Remove-SendConnector", { Identity: "*Tailspin", Confirm: false })).to.equal("ok");
        expect(names(bench)).to.deep.equal(["To Fabrikam"]);
    });

    it("asks before it removes, which nobody can answer", () => {
        const { error } = bench.run("Remove-SendConnector", { Identity: "To Fabrikam" });
        expect(error?.reason).to.equal("HostException");
        expect(error?.fqid).to.match(/^HostFunctionNotImplemented,Microsoft\..*\.RemoveSendConnector$/);
        expect(names(bench)).to.have.length(2);
    });

    it("does nothing with WhatIf", () => {
        for (const cmdlet of ["Set", "Remove"]) {
            const given = { Identity: "To Fabrikam", WhatIf: true };
            expect(bench.run(`${cmdlet}-SendConnector`, given)).to.include({ changed: false, error: null });
        }
        expect(names(bench)).to.have.length(2);
    });

    it("warns when nothing changed, and only then", () => {
        const same = { Identity: "To Fabrikam", AddressSpaces: ["smtp:FABRIKAM.com;1"], Comment: null, Port: 25 };
        const still = bench.run("Set-SendConnector", same);
        expect(still).to.include({ changed: false, error: null });
        expect(still.warnings).to.have.length(1);
        const moved = bench.run("Set-SendConnector", { ...same, Port: 26 });
        expect(moved).to.include({ changed: true, error: null });
        expect(moved.warnings).to.deep.equal([]);
    });

    it("has the live defaults and texts", () => {
        const [object] = bench.run("Get-SendConnector", { Identity: "To Fabrikam" }).objects;
        expect(object).to.deep.include({
            MaxMessageSize: "35 MB (36,700,160 bytes)",
            ConnectionInactivityTimeOut: "00:10:00",
            ErrorPolicies: "Default",
            SmtpMaxMessagesPerConnection: 20,
            TlsAuthLevel: null,
            Fqdn: null,
            Comment: "",
            SmartHosts: [],
            SourceTransportServers: ["EX01"],
            HomeMtaServerId: "EX01",
            OriginatingServer: "dc01.contoso.com",
        });
        expect(Object.keys(object ?? {}).slice(0, 4)).to.deep.equal([
            "DNSRoutingEnabled",
            "TlsDomain",
            "TlsAuthLevel",
            "ErrorPolicies",
        ]);
        expect(object).to.not.have.any.keys("Usage", "LinkedReceiveConnector", "IsCoexistenceConnector");
    });

    it("gives an internal connector no size limit", () => {
        bench.connector({ Name: "Inside", Usage: "Internal" });
        expect(bench.organisation.sendConnector("Inside")?.settings.MaxMessageSize).to.equal("Unlimited");
    });

    it("edits smart hosts and source servers in place", () => {
        bench.connector({ Name: "Relay", DNSRoutingEnabled: false, SmartHosts: ["10.0.0.1"] });
        const hosts = new Hashtable({ Add: ["mail.fabrikam.com"], Remove: ["10.0.0.1", "absent.example"] });
        const servers = new Hashtable({ Add: ["ex03"] });
        const given = { Identity: "Relay", SmartHosts: hosts, SourceTransportServers: servers };
        expect(bench.run("Set-SendConnector", given).error).to.equal(null);
        expect(bench.organisation.sendConnector("Relay")?.settings).to.deep.include({
            SmartHosts: ["mail.fabrikam.com"],
            SourceTransportServers: ["EX01", "EX03"],
        });
    });

    it("refuses a source server that isn't there, or is named by its FQDN", () => {
        for (const server of ["EX09", "ex01.contoso.com"]) {
            const given = { Identity: "To Fabrikam", SourceTransportServers: [server] };
            expect(bench.reason("Set-SendConnector", given)).to.equal("ManagementObjectNotFoundException");
        }
    });

    it("never gives a password back", () => {
        const given = { Identity: "To Fabrikam", AuthenticationCredential: new Credential("relay", "hush-hush") };
        expect(bench.run("Set-SendConnector", given).changed).to.equal(true);
        expect(JSON.stringify(bench.run("Get-SendConnector").objects)).to.not.include("hush-hush");
    });

    it("answers only for domain controllers that exist", () => {
        const asked = (name: string) => bench.run("Get-SendConnector", { DomainController: name });
        expect(asked("DC02.contoso.com").objects[0]).to.include({ OriginatingServer: "dc02.contoso.com" });
        expect(asked("dc09.contoso.com").error).to.not.equal(null);
    });
});
