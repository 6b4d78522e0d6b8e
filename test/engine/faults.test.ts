import { expect } from "chai";
import { SendConnector, type SendConnectorArgs, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { connectionTo, InlineStack, operations, type Run, writeCount } from "./inline-stack";

const PARTNER = "fabrikam.com";

describe("faults on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    beforeEach(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 3 });
        stack = await InlineStack.create(lab);
        declare();
    });

    afterEach(async () => {
        await stack.remove();
        await lab.stop();
    });

    const declare = (more: Partial<SendConnectorArgs> = {}, connection = connectionTo(lab)) => {
        stack.program = () => {
            new SendConnector("partner", {
                connection,
                name: "To Fabrikam",
                addressSpaces: [PARTNER],
                requireTls: true,
                ...more,
            });
            new TransportConfig("partner", {
                connection,
                tlsSendDomainSecureList: [PARTNER],
                tlsReceiveDomainSecureList: [PARTNER],
            });
        };
    };
    const connectors = () => lab.console.run("Get-SendConnector");
    const lists = () => {
        const [config] = lab.console.run("Get-TransportConfig");
        return [config?.TLSSendDomainSecureList, config?.TLSReceiveDomainSecureList] as unknown as string[][];
    };
    const expectDesired = () => {
        expect(connectors().map((one) => [String(one.Name), one.RequireTLS])).to.deep.equal([["To Fabrikam", true]]);
        for (const list of lists()) {
            expect(list.filter((domain) => domain === PARTNER)).to.have.length(1);
            expect(list).to.have.length(4);
        }
    };
    /** The same up or the next one ends in the desired state, and one more changes nothing. */
    const expectConvergence = async (first: Run) => {
        if (first.failed) {
            const next = await stack.up();
            expect(next.failed, next.text).to.equal(false);
        }
        expectDesired();
        const last = await stack.up();
        expect(last.failed, last.text).to.equal(false);
        expect(writeCount(last), last.text).to.equal(0);
        const gone = await stack.destroy();
        expect(gone.failed, gone.text).to.equal(false);
        expect(connectors()).to.deep.equal([]);
        for (const list of lists()) expect(list).to.have.length(3).and.not.include(PARTNER);
    };

    const faults = [
        { fault: "cut-before-execution", cmd: "New-SendConnector" },
        { fault: "cut-before-answer", cmd: "New-SendConnector" },
        { fault: "cut-in-answer", cmd: "New-SendConnector" },
        { fault: "cut-before-answer", cmd: "Set-TransportConfig" },
        { fault: "garbage-answer", cmd: "Set-TransportConfig" },
        { fault: "agent-crash", cmd: "New-SendConnector" },
        { fault: "error-after-write", cmd: "New-SendConnector" },
        { fault: "cmdlet-error", cmd: "Set-TransportConfig" },
        { fault: "cut-before-answer", cmd: "Get-SendConnector" },
    ] as const;
    for (const { fault, cmd } of faults) {
        it(`${fault} at ${cmd}: no duplicate, the desired state, nothing left at destroy`, async () => {
            lab.faults.inject({ fault, cmd });
            const run = await stack.up();
            expect(lab.transcript.join("\n")).to.contain(`fault ${fault}`);
            await expectConvergence(run);
        });
    }

    it("an unreachable server: host, port and next action within 15 s, state unchanged", async () => {
        await stack.up();
        const before = await stack.resources();
        await lab.faults.refuseDials();
        for (const run of [await stack.preview(), await stack.up()]) {
            expect(run.failed).to.equal(true);
            expect(run.seconds).to.be.lessThan(15);
            expect(run.text)
                .to.contain(`127.0.0.1:${lab.connection.port}`)
                .and.match(/refused/i);
        }
        expect(await stack.resources()).to.deep.equal(before);
        await lab.faults.acceptDials();
        expect(writeCount(await stack.up())).to.equal(0);
    });

    it("a wrong host key is refused before any authentication", async () => {
        declare({}, { ...connectionTo(lab), hostKey: `SHA256:${"A".repeat(43)}` });
        const run = await stack.preview();
        expect(run.failed).to.equal(true);
        expect(run.text).to.contain(lab.connection.hostKey).and.contain("A".repeat(43));
        expect(run.reading.authentications).to.deep.equal({});
        expect(run.reading.exchanges).to.deep.equal({ open: 0, batch: 0 });
    });

    it("an existing connector without adopt is refused in preview and up, and shown", async () => {
        lab.console.run("New-SendConnector", { Name: "TO FABRIKAM", AddressSpaces: ["fabrikam.com;7"] });
        for (const run of [await stack.preview(), await stack.up()]) {
            expect(run.failed).to.equal(true);
            expect(run.text)
                .to.contain("exists already")
                .and.contain("SMTP:fabrikam.com;7")
                .and.contain("requireTls: false");
            expect(run.text).to.contain("adopt: true");
        }
        expect(connectors().map((one) => one.RequireTLS)).to.deep.equal([false]);
    });

    it("a rule's violation is refused in preview, with its code, before anything is asked", async () => {
        declare({ ignoreStartTls: true });
        const run = await stack.preview();
        expect(run.failed).to.equal(true);
        expect(run.text).to.contain("(S3)");
        expect(run.text).not.to.contain("at Object.");
    });

    it("a read that is denied is never absence: the run stops and the state stays", async () => {
        await stack.up();
        const before = await stack.resources();
        lab.organisation.hiddenCmdlets.add("Get-SendConnector");
        const run = await stack.up();
        expect(run.failed).to.equal(true);
        expect(run.text).to.contain("Get-SendConnector").and.contain("role");
        expect(await stack.resources()).to.deep.equal(before);
        expect(writeCount(run)).to.equal(0);
    });

    it("a connector removed by hand is made anew", async () => {
        await stack.up();
        lab.console.run("Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false });
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(operations(run)).to.include("create");
        expectDesired();
    });

    it("the same without refresh is a replacement, in preview and up", async () => {
        await stack.up();
        lab.console.run("Remove-SendConnector", { Identity: "To Fabrikam", Confirm: false });
        const run = await stack.up({ refresh: false });
        expect(run.failed, run.text).to.equal(false);
        expectDesired();
    });
});
