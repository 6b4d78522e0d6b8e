import { expect } from "chai";
import { ReceiveConnector, type ReceiveConnectorArgs } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, operations, type Run, writeCount } from "./inline-stack";

const NAME = "From Fabrikam";
const DC = "dc01.contoso.com";

/** The flows of the conformance suite for one receive connector, called by the engine itself. */
describe("a receive connector on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    beforeEach(async () => {
        lab = await startLab({ preset: "hybrid" });
        stack = await InlineStack.create(lab);
    });
    afterEach(async () => {
        await lab.stop();
        await stack.remove();
    });

    const declare = (args: Partial<ReceiveConnectorArgs> = {}) => {
        stack.program = () => {
            new ReceiveConnector("partner", {
                connection: connectionTo(lab),
                server: "ex01.contoso.com",
                name: NAME,
                transportRole: "FrontendTransport",
                bindings: ["0.0.0.0:25"],
                remoteIpRanges: ["203.0.113.0/26"],
                ...args,
            });
        };
    };
    const succeed = async (command: "up" | "destroy" | "preview") => {
        const run = await stack[command]();
        expect(run.failed, run.text).to.equal(false);
        return run;
    };
    const expectNothing = async () => {
        const run = await stack.up({ expectNoChanges: true });
        expect(run.failed, run.text).to.equal(false);
        expect(writeCount(run)).to.equal(0);
    };
    const calls = ({ reading }: Run) => writes(reading).map(({ cmd }) => cmd);
    const all = () => lab.console.run("Get-ReceiveConnector");
    const named = (name: string) => all().filter((one) => one.Name === name);
    /** Every connector without what every write changes. */
    const everything = () =>
        JSON.stringify(
            [...all()].sort((a, b) => (String(a.Identity) < String(b.Identity) ? -1 : 1)),
            (key, value) => (/^When|^RunspaceId/.test(key) ? undefined : value),
        );

    it("A, B, C, D, E, I, J: its life", async () => {
        const before = everything();
        const spelled = {
            maxMessageSize: "36 MB (37,748,736 bytes)",
            remoteIpRanges: ["203.0.113.0/26"],
            banner: null,
        };
        declare({
            ...spelled,
            authMechanism: ["Tls"],
            permissionGroups: ["Partners"],
            bareLinefeedRejectionEnabled: true,
        });
        const preview = await succeed("preview");
        expect(operations(preview)).to.deep.equal(["create"]);
        expect(preview.text).to.contain("New-ReceiveConnector -Name 'From Fabrikam'");
        expect([writeCount(preview), everything()]).to.deep.equal([0, before]);
        expect(calls(await succeed("up"))).to.deep.equal(["New-ReceiveConnector", "Set-ReceiveConnector"]);
        expect(named(NAME)[0]).to.deep.include({
            Server: "EX01",
            PermissionGroups: "Partners",
            BareLinefeedRejectionEnabled: true,
        });

        // The same in another spelling, and then a change by hand.
        const mechanisms: ReceiveConnectorArgs["authMechanism"] = ["Tls"];
        declare({
            ...{ maxMessageSize: 37_748_736, remoteIpRanges: ["203.0.113.0-203.0.113.63"], banner: "" },
            ...{ authMechanism: mechanisms, permissionGroups: ["Partners"], bareLinefeedRejectionEnabled: true },
        });
        await expectNothing();
        const identity = { Identity: `EX01\\${NAME}` };
        lab.console.run("Set-ReceiveConnector", { ...identity, PermissionGroups: "AnonymousUsers", MaxHopCount: 30 });
        const drift = await succeed("preview");
        expect(drift.text).to.contain('"AnonymousUsers"').and.contain('"Partners"').and.not.contain("maxHopCount");
        const repaired = await succeed("up");
        expect(writes(repaired.reading).map(({ par }) => par)).to.deep.equal([
            { ...identity, PermissionGroups: "Partners", DomainController: DC },
        ]);
        expect(named(NAME)[0]).to.deep.include({ PermissionGroups: "Partners", MaxHopCount: 30 });

        lab.console.run("Remove-ReceiveConnector", { ...identity, Confirm: false });
        expect(operations(await succeed("preview"))).to.include("create");
        expect(writeCount(await succeed("destroy"))).to.equal(0);
        expect(everything()).to.equal(before);
    });
});
