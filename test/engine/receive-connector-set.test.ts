import { expect } from "chai";
import { ReceiveConnectorSet, type ReceiveConnectorSetArgs } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { connectionTo, InlineStack, operations } from "./inline-stack";

const SERVERS = ["EX01", "EX02", "EX03", "EX04"];

describe("one receive connector on many servers, on the real engine", () => {
    let lab: Lab;
    let stack: InlineStack;

    before(async () => {
        lab = await startLab({ preset: "dag" });
        stack = await InlineStack.create(lab);
    });

    after(async () => {
        await stack.remove();
        await lab.stop();
    });

    const declare = (args: Partial<ReceiveConnectorSetArgs>) => {
        stack.program = () => {
            new ReceiveConnectorSet("relay", {
                connection: connectionTo(lab),
                servers: SERVERS,
                name: "Relay",
                transportRole: "FrontendTransport",
                bindings: ["0.0.0.0:25"],
                remoteIpRanges: ["10.1.0.0/24"],
                permissionGroups: ["AnonymousUsers"],
                ...args,
            });
        };
    };
    const there = () => SERVERS.filter((server) => lab.organisation.receiveConnector(server, "Relay") !== undefined);

    it("a server that does not take it fails alone and is named; the others have it", async () => {
        declare({});
        lab.faults.before("New-ReceiveConnector", 3, () => {
            lab.organisation.account.deniedWrites.add("*");
        });
        lab.faults.before("New-ReceiveConnector", 4, () => lab.organisation.account.deniedWrites.clear());
        const run = await stack.up();
        expect(run.failed).to.equal(true);
        expect(there()).to.have.length(3);
        const [missing] = SERVERS.filter((server) => !there().includes(server));
        expect(run.text).to.match(new RegExp(`relay-${missing}.*New-ReceiveConnector`, "s"));
        expect(run.text).to.contain(`${missing}\\Relay`);
    });

    it("the next up makes the missing one and touches no other", async () => {
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(writes(run.reading)).to.have.length(1);
        expect(there()).to.deep.equal(SERVERS);
    });

    it("what is different on one server is written there alone", async () => {
        declare({ perServer: { "ex02.contoso.com": { remoteIpRanges: ["10.2.0.0/24"] } } });
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(writes(run.reading).map(({ par }) => [par.Identity, par.RemoteIPRanges])).to.deep.equal([
            ["EX02\\Relay", ["10.2.0.0-10.2.0.255"]],
        ]);
    });

    it("a server that leaves the list loses its connector, and only that", async () => {
        declare({ servers: SERVERS.slice(1) });
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(operations(run)).to.include("delete");
        expect(there()).to.deep.equal(SERVERS.slice(1));
    });
});
