import { expect } from "chai";
import type { Switches } from "../switches.js";
import { type Arguments, Hashtable } from "./argument.js";
import { Bench } from "./bench.js";

const [DC1, DC2] = ["dc01.contoso.com", "dc02.contoso.com"];
const LAG = 15_000;

function laggingBench(changes: Partial<Switches> = {}): Bench {
    const bench = new Bench("dag", changes);
    bench.organisation.replicationLagMs = LAG;
    return bench;
}

const names = (bench: Bench, given: Arguments = {}) =>
    bench.run("Get-SendConnector", given).objects.map(({ Name }) => Name);
const origin = (bench: Bench) => bench.run("Get-TransportConfig").objects[0]?.OriginatingServer;

describe("lab: domain controllers", () => {
    /** A connector has just been made on the first one; what the second one answers. */
    const absent: readonly (readonly [string, Arguments, string])[] = [
        ["Get-SendConnector", {}, "ok"],
        ["Get-SendConnector", { Identity: "To *" }, "ok"],
        ["Get-SendConnector", { Identity: "To Fabrikam" }, "ManagementObjectNotFoundException"],
        ["Set-SendConnector", { Identity: "To Fabrikam", Comment: "x" }, "ADNoSuchObjectException"],
        ["Remove-SendConnector", { Identity: "to fabrikam", Confirm: false }, "ADNoSuchObjectException"],
        ["Set-SendConnector", { Identity: "Nobody", Comment: "x" }, "ManagementObjectNotFoundException"],
    ];
    for (const [cmdlet, given, reason] of absent) {
        it(`${cmdlet} ${JSON.stringify(given)} on one that hasn't got it: ${reason}`, () => {
            const bench = laggingBench();
            bench.connector();
            const outcome = bench.run(cmdlet, { ...given, DomainController: DC2 });
            expect([outcome.error?.reason ?? "ok", outcome.objects]).to.deep.equal([reason, []]);
        });
    }

    it("receive connectors replicate as send connectors do, and are named by their server", () => {
        const bench = laggingBench();
        const given = { Name: "Relay", Server: "EX01", Bindings: ["0.0.0.0:2525"], RemoteIPRanges: ["10.0.0.1"] };
        expect(bench.reason("New-ReceiveConnector", { ...given, Usage: "Custom" })).to.equal("ok");
        const Identity = "EX01\\Relay";
        for (const [cmdlet, reason] of [
            ["Get-ReceiveConnector", "ManagementObjectNotFoundException"],
            ["Set-ReceiveConnector", "ADNoSuchObjectException"],
        ] as const) {
            expect(bench.reason(cmdlet, { Identity, DomainController: DC2 })).to.equal(reason);
            expect(bench.reason(cmdlet, { Identity })).to.equal("ok");
        }
        bench.clock.advance(LAG);
        expect(bench.reason("Set-ReceiveConnector", { Identity, DomainController: DC2 })).to.equal("ok");
    });

    it("shows a write elsewhere when its time has come, and not before", () => {
        const bench = laggingBench();
        bench.connector({ DomainController: DC2 });
        bench.clock.advance(LAG - 1);
        expect(names(bench)).to.deep.equal([]);
        expect(bench.organisation.sendConnectors).to.have.length(0);
        expect(names(bench, { DomainController: DC2 })).to.deep.equal(["To Fabrikam"]);
        bench.clock.advance(1);
        expect(names(bench)).to.deep.equal(["To Fabrikam"]);
        expect(bench.organisation.sendConnectors).to.have.length(1);
    });

    it("never gets there by itself with an endless lag, and at once when settled", () => {
        const bench = laggingBench();
        bench.organisation.replicationLagMs = Number.POSITIVE_INFINITY;
        bench.connector();
        bench.clock.advance(10 * LAG);
        expect(names(bench, { DomainController: DC2 })).to.deep.equal([]);
        bench.organisation.settle();
        expect(names(bench, { DomainController: DC2 })).to.deep.equal(["To Fabrikam"]);
    });

    it("replicates setting by setting: changes of two on two controllers both stay", () => {
        const bench = laggingBench();
        bench.connector();
        bench.organisation.settle();
        const set = (given: Arguments) => bench.reason("Set-SendConnector", { Identity: "To Fabrikam", ...given });
        expect(set({ Comment: "first", DomainController: DC1 })).to.equal("ok");
        expect(set({ Port: 2525, DomainController: DC2 })).to.equal("ok");
        bench.organisation.settle();
        for (const DomainController of [DC1, DC2]) {
            const [object] = bench.run("Get-SendConnector", { DomainController }).objects;
            expect(object).to.include({ Comment: "first", Port: 2525 });
        }
    });

    it("loses the earlier of two edits of one list: the last writer wins", () => {
        const bench = laggingBench();
        const add = (domain: string, DomainController: string) =>
            bench.run("Set-TransportConfig", {
                ...{ TLSSendDomainSecureList: new Hashtable({ Add: [domain] }), DomainController },
            });
        add("a.example", DC1);
        add("b.example", DC2);
        bench.organisation.settle();
        expect(bench.organisation.transport.settings.TLSSendDomainSecureList).to.deep.equal(["b.example"]);
    });

    it("removes everywhere, also what has been changed meanwhile", () => {
        const bench = laggingBench();
        bench.connector();
        bench.organisation.settle();
        bench.run("Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false, DomainController: DC2 });
        expect(names(bench)).to.deep.equal(["To Fabrikam"]);
        expect(bench.reason("Set-SendConnector", { Identity: "To Fabrikam", Comment: "x" })).to.equal("ok");
        bench.clock.advance(LAG);
        for (const DomainController of [DC1, DC2]) expect(names(bench, { DomainController })).to.deep.equal([]);
    });

    it("roams where the switch says so, but for calls that name one", () => {
        const still = new Bench("dag");
        expect([origin(still), origin(still)]).to.deep.equal([DC1, DC1]);
        const bench = new Bench("dag", { roamingDomainController: true });
        expect([origin(bench), origin(bench), origin(bench)]).to.deep.equal([DC1, DC2, DC1]);
        bench.run("Get-TransportConfig", { DomainController: DC1 });
        expect(origin(bench)).to.equal(DC2);
    });

    it("shows what is new after so many reads only, on every controller; changes before that are E-8", () => {
        const bench = new Bench("dag", { newObjectsHiddenForReads: 2 });
        bench.connector();
        expect(bench.organisation.sendConnectors).to.have.length(1);
        expect(bench.reason("Set-SendConnector", { Identity: "To Fabrikam" })).to.equal("ADNoSuchObjectException");
        expect(bench.connector().error?.reason).to.equal("ADObjectAlreadyExistsException");
        const identity = { Identity: "To Fabrikam" };
        expect(bench.reason("Get-SendConnector", identity)).to.equal("ManagementObjectNotFoundException");
        bench.run("Get-TransportConfig");
        expect(names(bench)).to.deep.equal([]);
        expect(names(bench, identity)).to.deep.equal(["To Fabrikam"]);
        expect(names(bench, { DomainController: DC2 })).to.deep.equal([]);
        bench.organisation.settle();
        expect(names(bench, { DomainController: DC2 })).to.deep.equal(["To Fabrikam"]);
    });
});
