import { expect } from "chai";
import { Bench } from "../bench.js";

describe("lab: servers", () => {
    it("refuses the FQDN, unknown names, and identity with domain", () => {
        const bench = new Bench("dag");
        const reasons = [
            bench.reason("Get-ExchangeServer", { Identity: "ex01.contoso.com" }),
            bench.reason("Get-ExchangeServer", { Identity: "EX05" }),
            bench.reason("Get-ExchangeServer", { Identity: "EX01", Domain: "contoso.com" }),
        ];
        const missing = "ManagementObjectNotFoundException";
        expect(reasons).to.deep.equal([missing, missing, "ParameterBindingException"]);
        const lenient = new Bench("dag", { serverByFqdn: true });
        expect(lenient.reason("Get-ExchangeServer", { Identity: "ex01.contoso.com" })).to.equal("ok");
    });

    it("lists two sites, and finds by name, DN and legacy DN", () => {
        const bench = new Bench("dag");
        const all = bench.run("Get-ExchangeServer").objects;
        expect(all.map(({ Name }) => Name)).to.deep.equal(["EX01", "EX02", "EX03", "EX04"]);
        expect(new Set(all.map(({ Site }) => Site)).size).to.equal(2);
        for (const key of ["DistinguishedName", "ExchangeLegacyDN", "Guid"]) {
            const [found] = bench.run("Get-ExchangeServer", { Identity: String(all[2]?.[key]) }).objects;
            expect(found).to.include({ Name: "EX03", AdminDisplayVersion: "Version 15.2 (Build 1748.10)" });
        }
    });
});
