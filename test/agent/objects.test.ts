import { expect } from "chai";
import type { WireValue } from "../../provider/session/frames";
import { call, describeOnPowerShell, outOf, sharedAgent } from "./conversation";

const properties: [name: string, value: WireValue][] = [
    ["Name", "gr\u00f6\u00dfe \u6f22\u{1f600}"],
    ["Empty", []],
    ["One", ["only"]],
    ["Holes", ["a", null, "b"]],
    ["Flags", "IgnoreCase, Multiline"],
    ["Choice", "Monday"],
    ["Choices", ["Monday", "Friday"]],
    ["When", "2026-01-02T03:04:05.678Z"],
    ["Whens", ["2026-01-02T03:04:05.678Z"]],
    ["Span", "00:10:00"],
    ["Id", "11111111-2222-3333-4444-555555555555"],
    ["Number", 25],
    ["Big", "9007199254740993"],
    ["Half", 1.5],
    ["NotANumber", "NaN"],
    ["Yes", true],
    ["No", false],
    ["Nothing", null],
    ["Text", "2026-01-02T03:04:05Z"],
    ["Blank", ""],
    ["Bytes", "AQID"],
];

describeOnPowerShell("agent.ps1: values out", () => {
    const agent = sharedAgent();

    it("projects to exactly the selected properties, each as plain data", async () => {
        const names = properties.map(([name]) => name);
        const [object] = outOf(await call(agent(), "Get-SendConnector", { Identity: "objects" }, names));
        expect(object).to.deep.equal(Object.fromEntries(properties));
    });

    it("leaves out a property that the object does not have", async () => {
        const sel = ["Nothing", "Absent", "PSComputerName"];
        const [object] = outOf(await call(agent(), "Get-SendConnector", { Identity: "objects" }, sel));
        expect(object).to.have.property("Nothing", null);
        expect(object).not.to.have.property("Absent");
    });

    it("gives no objects when nothing is selected", async () => {
        expect(outOf(await call(agent(), "Get-SendConnector", { Identity: "many" }))).to.deep.equal([]);
    });

    it("gives 5,000 objects in one frame, complete and in order", async () => {
        const out = outOf(await call(agent(), "Get-SendConnector", { Identity: "many" }, ["Number", "Name"]));
        expect(out).to.have.length(5000);
        expect(out.map(({ Number: number }) => number)).to.deep.equal(Array.from({ length: 5000 }, (_, at) => at + 1));
        expect(out.at(-1)).to.deep.equal({ Number: 5000, Name: "connector 5000" });
    });

    it("keeps what a cmdlet says to the host out of the frames", async () => {
        expect(outOf(await call(agent(), "Get-SendConnector", { Identity: "chatter" }, ["Name"]))).to.deep.equal([
            { Name: "quiet" },
        ]);
        expect(agent().noise.join()).not.to.include("host text");
    });

    it("hands on warnings", async () => {
        const result = await call(agent(), "Get-SendConnector", { Identity: "warnings" }, ["Name"]);
        expect(result).to.deep.include({ ok: true, out: [{ Name: "warned" }], warnings: ["first", "second"] });
    });

    it("writes 7-bit lines only", () => {
        expect(agent().output.some((byte) => byte > 0x7e || (byte < 0x20 && byte !== 10))).to.equal(false);
    });
});
