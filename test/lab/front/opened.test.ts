import { expect } from "chai";
import { type Lab, startLab } from "../lab.js";
import { OPEN, openedAgent, type RawClient } from "./raw-client.js";

const SNAP_IN = { kind: "snapin", name: "Microsoft.Exchange.Management.PowerShell.SnapIn" };

describe("lab: the domain controller of an opened session", () => {
    let lab: Lab;
    let client: RawClient;
    beforeEach(async () => {
        lab = await startLab({ preset: "dag" });
        ({ client } = await openedAgent(lab));
    });
    afterEach(async () => {
        await client.end();
        await lab.stop();
    });

    const opened = async (exchange: object | null) => {
        const frame = await (await client.agent()).ask({ ...OPEN, exchange });
        return frame?.op === "opened" ? frame : undefined;
    };

    it("is unknown without Exchange, and without a directory", async () => {
        expect(await opened(null)).to.include({ domainController: null });
        lab.faults.inject({ fault: "directory-unreachable" });
        expect(await opened(OPEN.exchange)).to.include({ domainController: null, adReachable: false });
    });

    it("is unknown on an Edge server", async () => {
        const edge = await startLab({ preset: "edge" });
        const reached = await openedAgent(edge);
        const frame = await reached.agent.ask({ ...OPEN, exchange: SNAP_IN });
        const { name, fqdn } = edge.parts.server;
        expect(frame).to.include({ op: "opened", domainController: null, server: name });
        const named = await reached.agent.call("Get-SendConnector", { DomainController: fqdn });
        expect(named).to.include({ ok: false });
        await reached.client.end();
        await edge.stop();
    });

    it("is unknown where the roles hide the servers", async () => {
        lab.organisation.hiddenCmdlets.add("Get-ExchangeServer");
        expect(await opened(OPEN.exchange)).to.include({ domainController: null });
        expect(await opened(SNAP_IN)).to.include({ domainController: "dc01.contoso.com" });
    });

    it("is the first, or with roaming the one whose turn it is", async () => {
        for (const exchange of [OPEN.exchange, SNAP_IN]) {
            expect(await opened(exchange)).to.include({ domainController: "dc01.contoso.com" });
        }
        lab.switches.roamingDomainController = true;
        const met = [await opened(OPEN.exchange), await opened(OPEN.exchange)];
        expect(met.map((frame) => frame?.domainController)).to.deep.equal(["dc01.contoso.com", "dc02.contoso.com"]);
        lab.console.run("Get-TransportConfig");
        expect(await opened(OPEN.exchange)).to.include({ domainController: "dc01.contoso.com" });
    });

    it("tells the cmdlets that the role group leaves", async () => {
        lab.organisation.account.roleGroup = "View-Only";
        const cmdlets = (await opened(OPEN.exchange))?.cmdlets ?? [];
        expect(cmdlets).to.include("Get-SendConnector");
        expect(cmdlets.filter((name) => !name.startsWith("Get-"))).to.deep.equal([]);
        lab.console.run("New-SendConnector", { Name: "By hand", AddressSpaces: ["*"] });
    });
});
