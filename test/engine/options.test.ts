import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { ReceiveConnector, SendConnector, type SendConnectorArgs, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, linesOf, operations, type Run, writeCount } from "./inline-stack";

/** Pulumi's own resource options do what its documentation says. */
describe("resource options on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    beforeEach(async () => {
        lab = await startLab({ preset: "single", foreignDomains: 2 });
        stack = await InlineStack.create(lab);
    });
    afterEach(async () => {
        await stack.remove();
        await lab.stop();
    });

    const send = (name: string, args: Partial<SendConnectorArgs> = {}, opts?: pulumi.CustomResourceOptions) => {
        const own = { connection: connectionTo(lab), name: `To ${name}`, addressSpaces: [`${name}.com`] };
        return new SendConnector(name, { ...own, ...args }, opts);
    };
    const relay = (args: object, opts: pulumi.CustomResourceOptions) =>
        new ReceiveConnector(
            "relay",
            {
                ...{ connection: connectionTo(lab), server: "EX01", name: "Relay", transportRole: "FrontendTransport" },
                ...{ bindings: ["0.0.0.0:2526"], remoteIpRanges: ["10.1.0.0/24", "10.2.0.1"], ...args },
            },
            opts,
        );
    const lists = (name: string, entries: string[], opts?: pulumi.CustomResourceOptions) => {
        const args = { connection: connectionTo(lab), tlsSendDomainSecureList: entries, standalone: true };
        return new TransportConfig(name, args, opts);
    };
    const succeed = async (run: Promise<Run>) => {
        const done = await run;
        expect(done.failed, done.text).to.equal(false);
        return done;
    };
    const live = (name: string) =>
        lab.console.run("Get-SendConnector").find((one) => String(one.Name) === `To ${name}`);
    const relayLive = () => lab.console.run("Get-ReceiveConnector").find((one) => String(one.Name) === "Relay");
    const sendList = () => lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList as unknown as string[];
    const calls = (run: Run) => writes(run.reading).map(({ cmd, par }) => `${cmd} ${String(par.Identity ?? par.Name)}`);

    it("ignoreChanges: what somebody changed stays, in values and lists, and what is ours is not forgotten", async () => {
        let port = 25;
        let ranges = ["10.1.0.0/24", "10.2.0.1"];
        stack.program = () => {
            send("a", { requireTls: true, port }, { ignoreChanges: ["requireTls"] });
            relay(
                { remoteIpRanges: ranges, permissionGroups: ["AnonymousUsers"] },
                { ignoreChanges: ["remoteIpRanges"] },
            );
            lists("lists", ["a.com", "b.com"], { ignoreChanges: ["tlsSendDomainSecureList"] });
        };
        await succeed(stack.up());
        lab.console.run("Set-SendConnector", { Identity: "To a", RequireTLS: false });
        lab.console.run("Set-ReceiveConnector", { Identity: "EX01\\Relay", RemoteIPRanges: ["10.2.0.1", "10.9.0.1"] });
        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Remove: ["a.com"], Add: ["theirs.com"] } });
        const ignored = await succeed(stack.preview({ expectNoChanges: true }));
        expect(linesOf(ignored)).to.deep.equal({});
        // A change of something else leaves them alone too; so does one of the program's own value.
        port = 26;
        ranges = ["10.7.0.1"];
        const other = await succeed(stack.up());
        expect(writes(other.reading).map(({ par }) => par)).to.deep.equal([
            { Identity: "To a", Port: 26, DomainController: "dc01.contoso.com" },
        ]);
        expect(live("a")).to.deep.include({ RequireTLS: false, Port: 26 });
        expect(JSON.stringify(relayLive()?.RemoteIPRanges)).to.contain("10.9.0.1").and.not.contain("10.7.0.1");
        // Back again by hand: nothing to do either, and at the end only ours goes.
        lab.console.run("Set-TransportConfig", { TLSSendDomainSecureList: { Add: ["a.com"] } });
        await succeed(stack.destroy());
        expect(sendList()).to.include("theirs.com").and.not.include("b.com");
        expect([live("a"), relayLive()]).to.deep.equal([undefined, undefined]);
    });

    it("replaceOnChanges: the old one goes, then the new one comes, with its mark; drift alone replaces nothing", async () => {
        let comment = "first";
        stack.program = () => {
            send("a", { comment, requireTls: true }, { replaceOnChanges: ["comment"] });
        };
        await succeed(stack.up());
        const guid = String(live("a")?.Guid);
        lab.console.run("Set-SendConnector", { Identity: "To a", RequireTLS: false });
        const drift = await succeed(stack.up());
        expect(calls(drift)).to.deep.equal(["Set-SendConnector To a"]);
        comment = "second";
        const planned = await succeed(stack.preview());
        expect(operations(planned)).to.include("replace");
        const run = await succeed(stack.up());
        expect(calls(run).map((call) => call.split(" ")[0])).to.deep.equal([
            "Remove-SendConnector",
            "New-SendConnector",
        ]);
        expect(String(live("a")?.Guid)).not.to.equal(guid);
        expect(String(live("a")?.Comment)).to.match(/^second \[pulumi [0-9a-f]{12}\]$/);
        expect(writeCount(await succeed(stack.up()))).to.equal(0);
    });

    it("protect, retainOnDelete, deletedWith, dependsOn and aliases", async () => {
        stack.program = () => {
            const a = send("a", {}, { protect: true });
            const b = send("b", {}, { retainOnDelete: true });
            send("c", {}, { deletedWith: a, dependsOn: b });
            send("d", { adopt: true, port: 2525 });
            lists("e", ["a.com"], { dependsOn: [a, b] });
        };
        lab.console.run("New-SendConnector", { Name: "To d", AddressSpaces: ["d.com"] });
        const made = await succeed(stack.up());
        const order = calls(made);
        expect(order.indexOf("New-SendConnector To b")).to.be.lessThan(order.indexOf("New-SendConnector To c"));
        const last = order.findIndex((call) => call.startsWith("Set-TransportConfig"));
        for (const name of ["a", "b"]) expect(order.indexOf(`New-SendConnector To ${name}`)).to.be.lessThan(last);

        // Moved by an alias, without any change: the state knows the old name only.
        stack.program = () => {
            const a = send("a", {}, { protect: true });
            send("b", {}, { retainOnDelete: true });
            send("c", {}, { deletedWith: a });
            new SendConnector(
                "moved",
                { connection: connectionTo(lab), name: "To d", addressSpaces: ["d.com"], adopt: true, port: 2525 },
                { aliases: [{ name: "d" }] },
            );
        };
        const moved = await succeed(stack.up());
        expect(calls(moved)).to.deep.equal(["Set-TransportConfig undefined"]);

        // Somebody's later change is left and named, under the name that it has by now: the refresh told it.
        lab.console.run("Set-SendConnector", { Identity: "To d", Port: 27 });
        stack.program = () => {
            const a = send("a", {}, { protect: true });
            send("b", {}, { retainOnDelete: true });
            send("c", {}, { deletedWith: a });
        };
        const gone = await succeed(stack.up());
        expect(linesOf(gone)).to.deep.equal({
            moved: [
                "nothing is written: send connector 'To d' stays as it is",
                "left as somebody else set it: port is 27, we had written 2525",
            ],
        });

        const refused = await stack.destroy();
        expect(refused.failed).to.equal(true);
        expect(refused.text).to.match(/protected/);
        expect(live("a")).not.to.equal(undefined);
        // Once it is not protected any more: what is deleted with another one needs no call, what is retained gets none.
        stack.program = () => {
            const a = send("a");
            send("b", { adopt: "own" }, { retainOnDelete: true });
            send("c", {}, { deletedWith: a });
        };
        await succeed(stack.up());
        const end = await succeed(stack.destroy());
        expect(writes(end.reading).map(({ cmd }) => cmd)).to.deep.equal(["Remove-SendConnector"]);
        const left = lab.console.run("Get-SendConnector").map((one) => String(one.Name));
        expect(left).to.have.members(["To b", "To c", "To d"]);
    });
});
