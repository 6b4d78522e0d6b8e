import { createHash } from "node:crypto";
import { expect } from "chai";
import { type Lab, startLab } from "../lab.js";
import { byCmdlet, writes } from "../meter.js";
import { AGENT_PATH, OPEN, openedAgent, RawClient } from "./raw-client.js";

describe("lab: a session", () => {
    let lab: Lab;
    beforeEach(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 40 });
        lab.files.put(AGENT_PATH, Buffer.from("# agent"));
    });
    afterEach(() => lab.stop());

    it("says hello with the hash of the script, opens, reads, writes and is metered", async () => {
        const client = await RawClient.dial(lab);
        const agent = await client.agent();
        const hello = await agent.frame(({ op }) => op === "hello");
        expect(hello).to.include({
            op: "hello",
            v: 1,
            agent: createHash("sha256").update("# agent").digest("hex"),
            computer: "EX01",
            languageMode: "FullLanguage",
        });
        const opened = await agent.ask(OPEN);
        expect(opened).to.include({ op: "opened", version: "Version 15.2 (Build 1748.10)", server: "EX01" });
        const mark = lab.meter.mark();
        const created = await agent.call(
            "New-SendConnector",
            { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"], RequireTLS: true },
            ["Name", "addressspaces", "Nonsense", "RequireTLS", "WhenChangedUTC"],
        );
        expect(created).to.have.property("ok", true);
        const [object] = created !== undefined && "ok" in created && created.ok ? created.out : [];
        expect(object).to.include({ Name: "To Fabrikam", RequireTLS: true });
        expect(object?.addressspaces).to.deep.equal(["SMTP:fabrikam.com;1"]);
        expect(object).to.not.have.property("Nonsense");
        expect(object?.WhenChangedUTC).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
        const merged = await agent.call("Set-TransportConfig", {
            TLSSendDomainSecureList: { $: "merge", add: ["fabrikam.com"], remove: [] },
        });
        expect(merged).to.include({ ok: true });
        expect(lab.organisation.transport.settings.TLSSendDomainSecureList).to.have.length(41);
        await agent.call("Get-SendConnector", {}, ["Name"]);
        const reading = lab.meter.since(mark);
        expect(reading.exchanges).to.deep.equal({ open: 0, batch: 3 });
        expect(byCmdlet(reading)).to.deep.equal({
            "New-SendConnector": 1,
            "Set-TransportConfig": 1,
            "Get-SendConnector": 1,
        });
        expect(writes(reading).every(({ effect }) => effect)).to.equal(true);
        expect(reading.connections).to.equal(0);
        agent.send({ op: "bye" });
        await agent.closed;
        expect(agent.code).to.equal(0);
        await client.end();
    });

    it("answers a refused call as data, and skips what follows", async () => {
        const { client, agent } = await openedAgent(lab);
        const answer = await agent.ask({
            op: "batch",
            stopOnError: true,
            calls: [
                { cmd: "Set-SendConnector", par: { Identity: "Nobody" }, sel: [] },
                { cmd: "Get-SendConnector", par: {}, sel: ["Name"] },
            ],
        });
        const [first, second] = answer?.op === "result" ? answer.results : [];
        const error = first !== undefined && "ok" in first && !first.ok ? first.error : undefined;
        expect(error).to.include({ code: "Cmdlet", reason: "ManagementObjectNotFoundException", server: "EX01" });
        expect(error?.failureCategory).to.equal("ManagementObjectNotFoundException");
        expect(error?.fqid).to.match(
            /^\[Server=EX01,RequestId=[0-9a-f-]{36},TimeStamp=[^\]]+\] \[FailureCategory=Cmdlet-\w+\] [0-9A-F]{8},Microsoft/,
        );
        expect(second).to.deep.equal({ skipped: true });
        await client.end();
    });
});
