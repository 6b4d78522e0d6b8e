import { expect } from "chai";
import { type Connection, ReceiveConnector, SendConnector, type SendConnectorArgs, TransportConfig } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, operations, type Run, writeCount } from "./inline-stack";

/** What a user does to the program, not to the server. */
describe("a program that changes, on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    beforeEach(async () => {
        lab = await startLab({ preset: "dag" });
        stack = await InlineStack.create(lab);
    });

    afterEach(async () => {
        await stack.remove();
        await lab.stop();
    });

    const connector = (
        resource: string,
        args: Partial<SendConnectorArgs> = {},
        connection?: Connection,
        aliases: { name: string }[] = [],
    ) => {
        const all = { connection: connection ?? connectionTo(lab), name: "To Fabrikam", ...args };
        new SendConnector(resource, { addressSpaces: ["fabrikam.com"], ...all }, { aliases });
    };
    const entries = (resource: string, domains: string[]) =>
        new TransportConfig(resource, { connection: connectionTo(lab), tlsSendDomainSecureList: domains });
    const receive = (name: string, server: string) =>
        new ReceiveConnector("receive", {
            ...{ connection: connectionTo(lab), server, name, transportRole: "FrontendTransport" },
            ...{ bindings: ["0.0.0.0:25"], remoteIpRanges: ["203.0.113.0/26"] },
        });
    const declare = (program: () => void) => {
        stack.program = () => {
            program();
        };
    };
    const succeed = async (run: Promise<Run>) => {
        const done = await run;
        expect(done.failed, done.text).to.equal(false);
        return done;
    };
    const all = (cmdlet: string) =>
        Object.fromEntries(lab.console.run(cmdlet).map((one) => [String(one.Name), String(one.Guid)]));
    const connectors = () => Object.keys(all("Get-SendConnector"));
    const list = () => lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList;

    it("resources and objects change their names, entries their owners, a receive connector its server", async () => {
        declare(() => {
            connector("partner");
            connector("moved", { name: "To Moved", addressSpaces: ["moved.com"] });
            receive("From Fabrikam", "ex01.contoso.com");
            entries("one", ["a.com", "b.com"]);
            entries("two", ["c.com"]);
            entries("old", ["d.com", "e.com"]);
        });
        await succeed(stack.up());
        const [send, received] = [all("Get-SendConnector"), all("Get-ReceiveConnector")];

        lab.console.run("New-SendConnector", { Name: "Other", AddressSpaces: ["other.com"] });
        declare(() => {
            connector("partner", { name: "other" });
        });
        const refused = await stack.preview();
        expect(refused.failed).to.equal(true);
        expect(refused.text).to.contain("another object has the name 'Other'");

        declare(() => {
            connector("partner", { name: "To Fabrikam (TLS)" });
            connector("renamed", { name: "To Moved", addressSpaces: ["moved.com"] }, undefined, [{ name: "moved" }]);
            receive("From Fabrikam (TLS)", "EX01");
            entries("one", ["b.com"]);
            entries("two", ["c.com", "a.com"]);
            entries("new", ["d.com"]);
        });
        const run = await succeed(stack.up());
        expect(operations(run)).to.include("update").and.not.include("create-replacement");
        const names = writes(run.reading).flatMap(({ par }) => (typeof par.Name === "string" ? [par.Name] : []));
        expect(names).to.have.members(["To Fabrikam (TLS)", "From Fabrikam (TLS)"]);
        expect(all("Get-SendConnector")).to.include({
            "To Fabrikam (TLS)": send["To Fabrikam"],
            "To Moved": send["To Moved"],
        });
        expect(all("Get-ReceiveConnector")).to.include({ "From Fabrikam (TLS)": received["From Fabrikam"] });
        expect(list()).to.have.members(["a.com", "b.com", "c.com", "d.com"]);
        expect(run.text).to.contain("d.com stays in tlsSendDomainSecureList: resource 'new' declares it");

        // A receive connector cannot move: another one is made. "own" goes on with what an earlier resource made.
        declare(() => {
            connector("partner", { name: "To Fabrikam (TLS)" });
            connector("claimed", { name: "To Moved", addressSpaces: ["moved.com"], adopt: "own" });
            receive("From Fabrikam (TLS)", "EX02");
            entries("one", ["a.com", "b.com", "c.com", "d.com"]);
        });
        const moved = await succeed(stack.up());
        expect(writes(moved.reading).map(({ cmd }) => cmd)).to.deep.equal([
            "Remove-ReceiveConnector",
            "New-ReceiveConnector",
        ]);
        expect(list()).to.have.members(["a.com", "b.com", "c.com", "d.com"]);
        await succeed(stack.destroy());
        expect(connectors()).to.deep.equal(["Other"]);
    });

    it("the server has moved, then was built anew elsewhere: the error says what to do, and the dead one is not waited for", async () => {
        const there = connectionTo(lab);
        declare(() => connector("partner", {}, there));
        await succeed(stack.up());
        declare(() => connector("partner", {}, { ...there, connectTimeout: 9 }));
        const other = await startLab({ preset: "single", seed: 3, password: lab.password });
        try {
            await lab.faults.refuseDials();
            const run = await stack.up();
            await lab.faults.acceptDials();
            expect(run.failed).to.equal(true);
            expect(run.text).to.contain("pulumi up --refresh=false");
            expect(writeCount(await succeed(stack.up({ refresh: false })))).to.equal(0);
            const [resource] = await stack.resources();
            expect(resource?.outputs.connection).to.have.property("connectTimeout", 9);

            declare(() => connector("partner", {}, connectionTo(other)));
            await lab.faults.refuseDials();
            await succeed(stack.up({ refresh: false }));
            expect(other.console.run("Get-SendConnector")).to.have.length(1);
        } finally {
            await other.stop();
        }
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
            await succeed(stack.up());
            declare(both(other, ["b.com"]));
            await succeed(stack.up());
            expect([connectors(), list()]).to.deep.equal([[], []]);
            expect(other.console.run("Get-SendConnector")).to.have.length(1);
            await succeed(stack.destroy());
            expect(other.console.run("Get-SendConnector")).to.deep.equal([]);
            expect(other.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList).to.deep.equal(["a.com"]);
        } finally {
            await other.stop();
        }
    });
});
