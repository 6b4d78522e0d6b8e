import { expect } from "chai";
import { Bench } from "../bench.js";

describe("lab: transport services", () => {
    it("are found by server, changed one by one, and warn when nothing changed", () => {
        const bench = new Bench("dag");
        const set = (Identity: string, on: boolean) =>
            bench.run("Set-TransportService", { Identity, UseDowngradedExchangeServerAuth: on });
        expect(set("EX09", true).error?.reason).to.match(/NotFound/);
        expect(set("EX*", true).error?.reason).to.match(/Ambiguous/);
        expect(set("ex02", false).warnings).to.have.length(1);
        expect(set("ex02", true).changed).to.equal(true);
        const rows = bench.run("Get-TransportService").objects;
        expect(rows.map((row) => row.UseDowngradedExchangeServerAuth)).to.deep.equal([false, true, false, false]);
        expect(bench.run("Get-TransportService", { Identity: "EX02" }).objects).to.have.length(1);
    });

    it("are transport servers on 2010", () => {
        const bench = new Bench("legacy");
        const given = { Identity: "EX10", UseDowngradedExchangeServerAuth: true };
        expect(bench.reason("Set-TransportService", given)).to.equal("CommandNotFoundException");
        expect(bench.run("Set-TransportServer", given).changed).to.equal(true);
        expect(bench.receive({ SuppressXAnonymousTls: true }).error).to.equal(null);
    });
});
