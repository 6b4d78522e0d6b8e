import { expect } from "chai";
import { Bench } from "../bench.js";

describe("lab: Test-SmtpConnectivity", () => {
    const rows = (bench: Bench, identity?: string) =>
        bench.run("Test-SmtpConnectivity", identity === undefined ? {} : { Identity: identity }).objects;
    const down = (bench: Bench, identity?: string) =>
        rows(bench, identity)
            .filter(({ StatusCode }) => StatusCode !== "Success")
            .map(({ ReceiveConnector }) => ReceiveConnector);

    it("knows no other server and no parameter that the sheet lacks", () => {
        expect(new Bench().reason("Test-SmtpConnectivity", { Identity: "EX09" })).to.match(/NotFound/);
        expect(new Bench().reason("Test-SmtpConnectivity", { Port: 25 })).to.equal("ParameterBindingException");
    });

    it("has a row per binding of each enabled connector", () => {
        const bench = new Bench("dag");
        expect(rows(bench, "EX02")).to.have.length(10);
        bench.run("Set-ReceiveConnector", { Identity: "EX02\\Client Proxy EX02", Enabled: false });
        expect(rows(bench, "EX02")).to.have.length(8);
        expect(rows(bench)[0]).to.include.all.keys("Server", "Binding", "EndPoint", "Details");
    });

    it("succeeds only while the service that owns the binding listens", () => {
        const bench = new Bench();
        expect(down(bench)).to.deep.equal([]);
        bench.organisation.services.set("EX01", "MSExchangeTransport", "Stopped");
        expect([...new Set(down(bench))]).to.deep.equal(["EX01\\Default EX01", "EX01\\Client Proxy EX01"]);
        bench.organisation.services.set("EX01", "MSExchangeTransport", "Running");
        bench.organisation.services.set("EX01", "MSExchangeFrontEndTransport", "Running", false);
        expect(down(bench)).to.have.length(6);
        bench.organisation.unreachable.add("EX01");
        expect(down(bench)).to.have.length(10);
    });

    it("knows one service only on Edge and on 2010", () => {
        for (const preset of ["edge", "legacy"] as const) {
            const bench = new Bench(preset);
            const [server] = bench.organisation.servers;
            bench.organisation.services.set(server?.name ?? "", "MSExchangeTransport", "Stopped");
            expect(down(bench)).to.have.length(rows(bench).length);
        }
    });
});
