import { expect } from "chai";
import { SendConnector, TransportConfig } from "../../../sdk/index.js";
import { InlineStack, operations, type Run } from "../../engine/inline-stack.js";
import { writes } from "../meter.js";
import { describeOnSshd } from "./needs.js";
import { type SshdLab, startSshdLab } from "./sshd-lab.js";

const PARTNER = "fabrikam.com";

/** The whole way: CLI, provider, SSH, sshd, and where PowerShell is found the agent and a module of cmdlets. */
describeOnSshd("a stack's life on the real engine", undefined, () => {
    let lab: SshdLab;
    let stack: InlineStack;

    before(async function () {
        this.timeout(60_000);
        lab = await startSshdLab({ preset: "single", foreignDomains: 40 });
        stack = await InlineStack.create(lab);
        stack.program = () => {
            const { connection } = lab.sshd;
            const send = new SendConnector("partner", {
                ...{ connection, name: "To Fabrikam", addressSpaces: [PARTNER], requireTls: true },
                ...{ maxMessageSize: "36 MB", comment: "declared" },
            });
            new TransportConfig(
                "partner",
                { connection, tlsSendDomainSecureList: [PARTNER], tlsReceiveDomainSecureList: [PARTNER] },
                { dependsOn: send },
            );
        };
    });

    after(async () => {
        await stack?.remove();
        await lab?.stop();
    });

    afterEach("every process of the run is gone", async () => {
        expect(await lab.sshd.server.sessions.left()).to.deep.equal([]);
    });

    it("preview shows two creations and writes nothing", async () => {
        const run = await succeeded(stack.preview());
        expect(operations(run)).to.deep.equal(["create", "create"]);
        expect(writes(run.reading)).to.deep.equal([]);
    });

    it("up creates the connector and adds to the lists", async () => {
        const { reading } = await succeeded(stack.up());
        expect(writes(reading).map(({ cmd }) => cmd)).to.deep.equal(["New-SendConnector", "Set-TransportConfig"]);
        expect(connector()).to.deep.include({ RequireTLS: true, MaxMessageSize: "36 MB (37,748,736 bytes)" });
        for (const list of lists()) expect(list).to.have.length(41).and.include(PARTNER);
        const [made] = await stack.resources();
        expect(made?.id).to.equal(String(connector()?.Guid));
    });

    it("a second up does nothing", async () => {
        const run = await succeeded(stack.up());
        expect(operations(run).filter((op) => op !== "refresh")).to.deep.equal(["same", "same"]);
        expect(writes(run.reading)).to.deep.equal([]);
        expect(run.reading.connections).to.equal(1);
    });

    it("drift is repaired, and only that", async () => {
        lab.console.run("Set-SendConnector", { Identity: "To Fabrikam", RequireTLS: false });
        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Remove: [PARTNER] } });
        const { reading } = await succeeded(stack.up());
        expect(writes(reading).map(({ par: { Confirm, DomainController, ...par } }) => par)).to.have.deep.members([
            { Identity: "To Fabrikam", RequireTLS: true },
            { TLSSendDomainSecureList: { $: "merge", add: [PARTNER], remove: [] } },
        ]);
    });

    it("destroy takes away only ours", async () => {
        await succeeded(stack.destroy());
        expect(connector()).to.equal(undefined);
        for (const list of lists()) expect(list).to.have.length(40).and.not.include(PARTNER);
    });

    async function succeeded(work: Promise<Run>): Promise<Run> {
        const run = await work;
        expect(run.failed, run.text).to.equal(false);
        return run;
    }

    function connector() {
        return lab.console.run("Get-SendConnector").find(({ Name }) => Name === "To Fabrikam");
    }

    function lists(): readonly unknown[] {
        const [config] = lab.console.run("Get-TransportConfig");
        return [config?.TLSSendDomainSecureList, config?.TLSReceiveDomainSecureList];
    }
});
