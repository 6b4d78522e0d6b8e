import { expect } from "chai";
import type { Arguments } from "../argument.js";
import { Hashtable } from "../argument.js";
import { Bench } from "../bench.js";

const MISSING = "ManagementObjectNotFoundException";
const AMBIGUOUS = "ManagementObjectAmbiguousException";
const RELAY_RIGHT = { principal: "NT AUTHORITY\\ANONYMOUS LOGON", right: "Ms-Exch-SMTP-Accept-Any-Recipient" };

describe("lab: receive connectors", () => {
    let bench: Bench;
    beforeEach(() => {
        bench = new Bench("dag");
        bench.receive();
        bench.receive({ Server: "EX02" });
        bench.receive({ Name: "Alone", Bindings: ["0.0.0.0:2627"] });
    });
    const found = (given: Arguments = {}) =>
        bench.run("Get-ReceiveConnector", given).objects.map(({ Identity }) => String(Identity));
    const live = (identity: string) => bench.run("Get-ReceiveConnector", { Identity: identity }).objects[0];
    const set = (given: Arguments) => bench.run("Set-ReceiveConnector", { Identity: "EX01\\Relay", ...given });

    /** Identity, and what Get gives: an exception's name or so many connectors. */
    const identities: readonly (readonly [string | null, string | number])[] = [
        ["Nobody", MISSING],
        ["EX03\\Relay", MISSING],
        ["EX01.contoso.com\\Relay", MISSING],
        ["EX01/Relay", MISSING],
        ["\\Relay", MISSING],
        ["Relay", AMBIGUOUS],
        ["relay*", 2],
        ["EX01\\Client*", 2],
        ["EX01\\Nobody*", 0],
        ["ALONE", 1],
        ["ex02\\RELAY", 1],
        ["", 23],
        [null, 23],
    ];
    for (const [identity, expected] of identities) {
        it(`Get ${JSON.stringify(identity)} gives ${expected}`, () => {
            const { error, objects } = bench.run("Get-ReceiveConnector", { Identity: identity });
            expect(error?.reason ?? objects.length).to.equal(expected);
        });
    }

    it("finds by GUID and by DN, on one server, and never by identity and server at once", () => {
        const guid = bench.organisation.receiveConnector("EX02", "Relay")?.guid ?? "";
        expect(found({ Identity: guid })).to.deep.equal(["EX02\\Relay"]);
        expect(found({ Identity: String(live(guid)?.DistinguishedName) })).to.deep.equal(["EX02\\Relay"]);
        expect(found({ Server: "ex02" })).to.have.length(6);
        expect(bench.reason("Get-ReceiveConnector", { Server: "EX09" })).to.equal(MISSING);
        const both = { Server: "EX02", Identity: "EX02\\Relay" };
        expect(bench.run("Get-ReceiveConnector", both).error?.fqid).to.match(/^AmbiguousParameterSet/);
    });

    it("takes the reached server's connector for a bare name where the switch says so", () => {
        const near = new Bench("dag", { bareReceiveName: "local-server" });
        near.receive();
        near.receive({ Server: "ex02.contoso.com" });
        expect(near.run("Get-ReceiveConnector", { Identity: "relay" }).objects[0]).to.include({ Server: "EX01" });
        expect(near.run("Get-ReceiveConnector", { Identity: "relay*" }).objects).to.have.length(2);
        expect(near.run("Get-ReceiveConnector", { Server: "EX02.contoso.com" }).objects).to.have.length(6);
    });

    it("changes and removes only what is named without doubt", () => {
        expect(set({ Identity: "Relay", Comment: "x" }).error?.reason).to.equal(AMBIGUOUS);
        expect(set({ Identity: "Nobody" }).error?.reason).to.equal(MISSING);
        const removed = (given: Arguments) => bench.reason("Remove-ReceiveConnector", given);
        expect(removed({ Identity: "EX01\\Relay" })).to.equal("HostException");
        expect(removed({ Identity: "EX01\\Relay", WhatIf: true })).to.equal("ok");
        expect(found()).to.have.length(23);
        expect(removed({ Identity: "EX01\\Relay", Confirm: false })).to.equal("ok");
        expect(found({ Identity: "Relay" })).to.deep.equal(["EX02\\Relay"]);
    });

    it("has names that are unique per server, and can be renamed", () => {
        const taken = "ADObjectAlreadyExistsException";
        expect(bench.receive({ Name: "RELAY", Bindings: ["0.0.0.0:2628"] }).error?.reason).to.equal(taken);
        expect(set({ Name: "alone" }).error?.reason).to.equal(taken);
        const guid = live("EX01\\Relay")?.Guid;
        expect(set({ Name: "Scanners" }).changed).to.equal(true);
        expect(live("EX01\\Scanners")).to.include({ Guid: guid, Name: "Scanners", Id: "EX01\\Scanners" });
        expect(live("EX01\\Relay")).to.equal(undefined);
    });

    it("warns when nothing changed, and only then", () => {
        const same = {
            PermissionGroups: "none",
            RemoteIPRanges: ["10.0.0.1"],
            MaxInboundConnection: 5000,
            Comment: null,
        };
        const still = set(same);
        expect(still).to.include({ error: null, changed: false });
        expect(still.warnings).to.have.length(1);
        expect(set({ ...same, RequireTLS: true })).to.include({ error: null, changed: true });
        expect(set({ WhatIf: true, RequireTLS: false })).to.include({ error: null, changed: false });
    });

    it("reads flags in the order of their bits, ranges as typed, sizes and spans in full", () => {
        const ranges = ["10.0.0.0(255.255.255.0)", "192.168.7.9/24", "fe80::1%3", "2001:DB8::1-2001:DB8::9"];
        const given = {
            AuthMechanism: "exchangeserver,TLS , integrated",
            PermissionGroups: ["ExchangeServers", "AnonymousUsers"],
            RemoteIPRanges: ranges,
            Bindings: ["[2001:DB8::1]:2626", "0.0.0.0:2626"],
            MaxMessageSize: 65_537,
            MaxInboundConnectionPerSource: "unlimited",
            TarpitInterval: "0:0:1",
            TlsDomainCapabilities: "fabrikam.com:acceptcloudservicesmail",
            MessageRateSource: "User,IPAddress",
        };
        expect(set(given).error).to.equal(null);
        expect(live("EX01\\Relay")).to.deep.include({
            AuthMechanism: "Tls, Integrated, ExchangeServer",
            PermissionGroups: "AnonymousUsers, ExchangeServers",
            RemoteIPRanges: ranges,
            Bindings: ["[2001:db8::1]:2626", "0.0.0.0:2626"],
            MaxMessageSize: "65 KB (66,560 bytes)",
            MaxInboundConnectionPerSource: "Unlimited",
            TarpitInterval: "00:00:01",
            TlsDomainCapabilities: ["fabrikam.com:AcceptCloudServicesMail"],
            MessageRateSource: "All",
        });
    });

    it("shows explicit rights as Custom, keeps them through a change, and loses them with the connector", () => {
        bench.organisation.addPermission("EX01", "Relay", RELAY_RIGHT);
        expect(live("EX01\\Relay")).to.include({ PermissionGroups: "Custom" });
        expect(set({ PermissionGroups: "AnonymousUsers" }).changed).to.equal(true);
        expect(live("EX01\\Relay")).to.include({ PermissionGroups: "AnonymousUsers, Custom" });
        expect(set({ PermissionGroups: "AnonymousUsers" }).warnings).to.have.length(1);
        expect(live("EX02\\Relay")).to.include({ PermissionGroups: "None" });
        bench.organisation.removePermission("EX01", "Relay", RELAY_RIGHT);
        expect(live("EX01\\Relay")).to.include({ PermissionGroups: "AnonymousUsers" });
        bench.organisation.addPermission("EX01", "Relay", RELAY_RIGHT);
        bench.run("Remove-ReceiveConnector", { Identity: "EX01\\Relay", Confirm: false });
        bench.receive();
        expect(live("EX01\\Relay")).to.include({ PermissionGroups: "None" });
    });

    it("refuses the hashtable for lists whose page does not document it, or edits them", () => {
        const change = new Hashtable({ Add: ["10.0.0.2"] });
        expect(set({ RemoteIPRanges: change }).error?.fqid).to.match(/^ParameterArgumentTransformationError,/);
        const lenient = new Bench("single", { undocumentedMerge: "edit" });
        lenient.receive();
        const edited = (given: Arguments) => lenient.run("Set-ReceiveConnector", { Identity: "Relay", ...given });
        expect(edited({ RemoteIPRanges: change }).changed).to.equal(true);
        expect(edited({ Bindings: new Hashtable({ Remove: ["0.0.0.0:2626"] }) }).error).to.not.equal(null);
        const [object] = lenient.run("Get-ReceiveConnector", { Identity: "Relay" }).objects;
        expect(object).to.deep.include({ RemoteIPRanges: ["10.0.0.1", "10.0.0.2"], Bindings: ["0.0.0.0:2626"] });
    });
});
