import { expect } from "chai";
import { type Connection, SendConnector, type SendConnectorArgs, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { connectionTo, InlineStack, operations, writeCount } from "./inline-stack";

/** What a user does to the program, not to the server. */
describe("a program that changes, on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    beforeEach(async () => {
        lab = await startLab({ preset: "single" });
        stack = await InlineStack.create(lab);
    });

    afterEach(async () => {
        await stack.remove();
        await lab.stop();
    });

    const connector = (resource: string, args: Partial<SendConnectorArgs> = {}, connection?: Connection) =>
        new SendConnector(resource, {
            connection: connection ?? connectionTo(lab),
            name: "To Fabrikam",
            addressSpaces: ["fabrikam.com"],
            ...args,
        });
    const entries = (resource: string, domains: string[]) =>
        new TransportConfig(resource, { connection: connectionTo(lab), tlsSendDomainSecureList: domains });
    const declare = (...make: (() => unknown)[]) => {
        stack.program = () => {
            for (const one of make) one();
        };
    };
    const succeed = async (command: "up" | "destroy" | "preview") => {
        const run = await stack[command]();
        expect(run.failed, run.text).to.equal(false);
        return run;
    };
    const connectors = () => lab.console.run("Get-SendConnector").map((one) => String(one.Name));
    const list = () => lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList;

    it("a resource of list entries is renamed without an alias: the entries stay, and the log says so", async () => {
        declare(() => entries("old", ["a.com", "b.com"]));
        await succeed("up");
        declare(() => entries("new", ["a.com"]));
        const run = await succeed("up");
        expect(list()).to.deep.equal(["a.com"]);
        expect(run.text).to.contain("a.com stays in tlsSendDomainSecureList: resource 'new' declares it");
    });

    it("an entry moves to another resource: it stays", async () => {
        declare(
            () => entries("one", ["a.com", "b.com"]),
            () => entries("two", ["c.com"]),
        );
        await succeed("up");
        declare(
            () => entries("one", ["b.com"]),
            () => entries("two", ["c.com", "a.com"]),
        );
        await succeed("up");
        expect(list()).to.have.members(["a.com", "b.com", "c.com"]);
        expect(writeCount(await succeed("up"))).to.equal(0);
    });

    it("a connector's resource is renamed without an alias: refused with the way out, and never removed", async () => {
        declare(() => connector("old"));
        await succeed("up");
        declare(() => connector("new"));
        const refused = await stack.up();
        expect(refused.failed).to.equal(true);
        expect(refused.text).to.contain("aliases");
        declare(() => connector("new", { adopt: "own" }));
        await succeed("up");
        expect(connectors()).to.deep.equal(["To Fabrikam"]);
        await succeed("destroy");
        expect(connectors()).to.deep.equal([]);
    });

    it("with an alias nothing happens to it", async () => {
        declare(() => connector("old"));
        await succeed("up");
        const args = { connection: connectionTo(lab), name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };
        stack.program = () => {
            new SendConnector("new", args, { aliases: [{ name: "old" }] });
        };
        expect(writeCount(await succeed("up"))).to.equal(0);
        await succeed("destroy");
        expect(connectors()).to.deep.equal([]);
    });

    it("the connector is renamed in place", async () => {
        declare(() => connector("partner"));
        await succeed("up");
        const guid = String(lab.console.run("Get-SendConnector")[0]?.Guid);
        declare(() => connector("partner", { name: "To Fabrikam (TLS)" }));
        const run = await succeed("up");
        expect(operations(run)).to.include("update").and.not.include("replace");
        expect(lab.console.run("Get-SendConnector").map((one) => [String(one.Name), String(one.Guid)])).to.deep.equal([
            ["To Fabrikam (TLS)", guid],
        ]);
        expect(writeCount(await succeed("up"))).to.equal(0);
    });

    it("a rename onto another connector's name is refused in preview", async () => {
        declare(() => connector("partner"));
        await succeed("up");
        lab.console.run("New-SendConnector", { Name: "Other", AddressSpaces: ["other.com"] });
        declare(() => connector("partner", { name: "other" }));
        const run = await stack.preview();
        expect(run.failed).to.equal(true);
        expect(run.text).to.contain("another object has the name 'Other'");
    });

    it("two resources for one connector are refused in preview", async () => {
        declare(
            () => connector("one"),
            () => connector("two", { name: "TO FABRIKAM" }),
        );
        const run = await stack.preview();
        expect(run.failed).to.equal(true);
        expect(run.text).to.contain("declared twice").and.contain("'one'");
    });

    it("a takeover is told in the preview", async () => {
        lab.console.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"] });
        declare(() => connector("partner", { adopt: true }));
        const run = await succeed("preview");
        expect(run.text).to.contain("exists already: taken over (nothing to change)");
    });

    it("somebody makes the connector first: with adopt it is taken over, not owned", async () => {
        lab.faults.before("New-SendConnector", 1, () => {
            lab.console.run("New-SendConnector", { Name: "To Fabrikam", AddressSpaces: ["fabrikam.com"], Port: 26 });
        });
        declare(() => connector("partner", { adopt: true, port: 2525 }));
        await succeed("up");
        await succeed("destroy");
        expect(lab.console.run("Get-SendConnector").map((one) => one.Port)).to.deep.equal([26]);
    });

    it("the server has moved: the old address stands in the state, and the error says what to do", async () => {
        const there = connectionTo(lab);
        declare(() => connector("partner", {}, there));
        await succeed("up");
        declare(() => connector("partner", {}, { ...there, connectTimeout: 9 }));
        await lab.faults.refuseDials();
        const run = await stack.up();
        await lab.faults.acceptDials();
        expect(run.failed).to.equal(true);
        expect(run.text).to.contain("pulumi up --refresh=false");
        const repaired = await stack.up({ refresh: false });
        expect(repaired.failed, repaired.text).to.equal(false);
        expect(writeCount(repaired)).to.equal(0);
        const [resource] = await stack.resources();
        expect(resource?.outputs.connection).to.have.property("connectTimeout", 9);
    });

    it("the connection leads to another organisation: what is ours goes there, and nothing of theirs is taken for ours", async () => {
        const other = await startLab({ preset: "single", seed: 2, password: lab.password });
        try {
            const both = (where: Lab, domains: string[]) => () => {
                connector("partner", {}, connectionTo(where));
                new TransportConfig("lists", { connection: connectionTo(where), tlsSendDomainSecureList: domains });
            };
            other.console.run("Set-TransportConfig", { TLSSendDomainSecureList: ["a.com"] });
            declare(both(lab, ["a.com", "b.com"]));
            await succeed("up");
            declare(both(other, ["b.com"]));
            await succeed("up");
            expect([connectors(), list()]).to.deep.equal([[], []]);
            expect(other.console.run("Get-SendConnector")).to.have.length(1);
            await succeed("destroy");
            expect(other.console.run("Get-SendConnector")).to.deep.equal([]);
            expect(other.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList).to.deep.equal(["a.com"]);
        } finally {
            await other.stop();
        }
    });

    it("the organisation was built anew at another address: the old one, which is gone, is not waited for", async () => {
        declare(() => connector("partner"));
        await succeed("up");
        const other = await startLab({ preset: "single", seed: 3, password: lab.password });
        try {
            declare(() => connector("partner", {}, connectionTo(other)));
            await lab.faults.refuseDials();
            const run = await stack.up({ refresh: false });
            expect(run.failed, run.text).to.equal(false);
            expect(other.console.run("Get-SendConnector")).to.have.length(1);
        } finally {
            await lab.faults.acceptDials();
            await other.stop();
        }
    });

    it("a password authentication that cannot be declared is refused in preview (S11)", async () => {
        const smartHosts = ["relay.contoso.com"];
        declare(() => connector("partner", { smartHosts, smartHostAuthMechanism: "BasicAuth" }));
        expect((await stack.preview()).text).to.contain("(S11)");
    });
});
