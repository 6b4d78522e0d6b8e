import { expect } from "chai";
import { SendConnector, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, operations, type Run } from "./inline-stack";

/** All calls of a run go through the one that answered first. */
const DC = "dc01.contoso.com";
const PARTNER = "fabrikam.com";
const FOREIGN = 40;

/** The demo's steps, each asserted through the engine's events, the exported state and the lab's meter. */
describe("a stack's life on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;
    let foreign: ReadonlySet<string>;

    before(async () => {
        lab = await startLab({ preset: "single", foreignDomains: FOREIGN });
        foreign = new Set(lists().flat());
        stack = await InlineStack.create(lab);
        stack.program = () => {
            const connection = connectionTo(lab);
            const send = new SendConnector("partner", {
                connection,
                name: "To Fabrikam",
                addressSpaces: ["Fabrikam.com"],
                requireTls: true,
                maxMessageSize: "36 MB",
                comment: "declared",
            });
            const lists = { tlsSendDomainSecureList: [PARTNER], tlsReceiveDomainSecureList: [PARTNER] };
            new TransportConfig("partner", { connection, ...lists, standalone: true }, { dependsOn: send });
        };
    });

    after(async () => {
        await stack.remove();
        await lab.stop();
    });

    afterEach("every foreign entry is in both lists", () => {
        for (const list of lists()) expect(list.filter((domain) => foreign.has(domain))).to.have.length(FOREIGN);
    });

    it("preview shows two creations and touches nothing", async () => {
        const run = await stack.preview();
        expect(run.failed, run.text).to.equal(false);
        expect(operations(run)).to.deep.equal(["create", "create"]);
        expectOnePhase(run);
        expect(run.text).to.contain("New-SendConnector -Name 'To Fabrikam'");
        expect(run.text).to.contain("Set-TransportConfig -TLSSendDomainSecureList @{Add='fabrikam.com'}");
        const left = lab.files.list("C:/ProgramData/ssh/pulumi-exchange-tls").map(({ path }) => path);
        expect(left.join()).to.match(/^[^,]*agent-[0-9a-f]{64}\.ps1$/);
    });

    it("up makes the connector with its mark and adds to the lists", async () => {
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(writes(run.reading).map(({ cmd }) => cmd)).to.deep.equal(["New-SendConnector", "Set-TransportConfig"]);
        expect(connector()).to.deep.include({ RequireTLS: true, MaxMessageSize: "36 MB (37,748,736 bytes)" });
        expect(String(connector()?.Comment)).to.match(/^declared \[pulumi [0-9a-f]{12}\]$/);
        expect(lists().every((list) => list.includes(PARTNER))).to.equal(true);
        const [send, lists_] = await stack.resources();
        expect(send?.id).to.equal(String(connector()?.Guid));
        expect(send?.outputs).to.deep.include({
            onDestroy: "removes send connector 'To Fabrikam'; nothing routes fabrikam.com then: mail queues (D1)",
            __owned: true,
        });
        expect(lists_?.outputs.__added).to.deep.equal({
            tlsSendDomainSecureList: [PARTNER],
            tlsReceiveDomainSecureList: [PARTNER],
        });
    });

    it("a second up does nothing, and says nothing", async () => {
        const before = await stack.exported();
        const run = await stack.up();
        expect(operations(run).filter((op) => op !== "refresh")).to.deep.equal(["same", "same"]);
        expectOnePhase(run);
        expect(run.text).not.to.contain("Diagnostics:");
        expect(JSON.parse(await stack.exported()).deployment.resources).to.have.length(
            JSON.parse(before).deployment.resources.length,
        );
    });

    it("drift is shown property by property, nothing else is, and --expect-no-changes fails", async () => {
        lab.console.run("Set-SendConnector", { Identity: "To Fabrikam", RequireTLS: false, Port: 2525 });
        lab.console.run("Set-TransportConfig", {
            TLSSendDomainSecureList: { Add: ["tailspintoys.com"], Remove: [PARTNER] },
        });
        const run = await stack.preview({ expectNoChanges: true });
        expect(run.failed).to.equal(true);
        expectOnePhase(run);
        expect(operations(run)).to.have.members(["refresh", "refresh", "update", "update"]);
        expect(changedInputs(run)).to.deep.equal({
            requireTls: [false, true],
            tlsSendDomainSecureList: [[""], [PARTNER]],
        });
        expect(run.text).to.match(/~ requireTls\s*: false => true/);
        expect(run.text).to.contain('+ [0]: "fabrikam.com"');
        expect(run.text).not.to.contain("tailspintoys");
        expect(run.text).to.contain("Set-SendConnector -Identity 'To Fabrikam' -RequireTLS $true");
    });

    it("up repairs ours and leaves theirs", async () => {
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(writes(run.reading).map(({ par }) => par)).to.have.deep.members([
            { Identity: "To Fabrikam", RequireTLS: true, DomainController: DC },
            { TLSSendDomainSecureList: { $: "merge", add: [PARTNER], remove: [] }, DomainController: DC },
        ]);
        expect(connector()).to.deep.include({ RequireTLS: true, Port: 2525 });
        expect(lists()[0]).to.include.members([PARTNER, "tailspintoys.com"]);
    });

    it("destroy takes away only ours", async () => {
        const run = await stack.destroy();
        expect(run.failed, run.text).to.equal(false);
        expect(connector()).to.equal(undefined);
        expect(lists().flat()).not.to.include(PARTNER);
        expect(lists()[0]).to.include("tailspintoys.com");
    });

    function connector() {
        return lab.console.run("Get-SendConnector").find((one) => String(one.Name) === "To Fabrikam");
    }

    function lists(): readonly (readonly string[])[] {
        const [config] = lab.console.run("Get-TransportConfig");
        return [config?.TLSSendDomainSecureList, config?.TLSReceiveDomainSecureList].map((list) =>
            Array.isArray(list) ? list.map(String) : [],
        );
    }
});

function expectOnePhase({ reading }: Run): void {
    expect(reading.connections).to.equal(1);
    expect(reading.exchanges.open + reading.exchanges.batch).to.be.at.most(2);
    expect(writes(reading)).to.deep.equal([]);
}

/** Declared properties whose old and new inputs differ, over all updates of a run. */
function changedInputs({ events }: Run): Record<string, unknown> {
    const updates = events.flatMap(({ resourcePreEvent: event }) =>
        event?.metadata.op === "update" && event.metadata.type.includes("exchange:") ? [event.metadata] : [],
    );
    return Object.fromEntries(
        updates.flatMap(({ old, new: new_ }) =>
            Object.keys({ ...old?.inputs, ...new_?.inputs })
                .filter((name) => !name.startsWith("__"))
                .filter((name) => JSON.stringify(old?.inputs[name]) !== JSON.stringify(new_?.inputs[name]))
                .map((name) => [name, [old?.inputs[name], new_?.inputs[name]]]),
        ),
    );
}
