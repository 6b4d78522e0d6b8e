import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect } from "chai";
import { ConsoleError } from "./console.js";
import { openedAgent } from "./front/raw-client.js";
import { startLab } from "./lab.js";

describe("lab: as a whole", () => {
    it("stops clean under a busy client: the process ends by itself", async () => {
        const script = `
            const { startLab } = require("./lab.js");
            const { openedAgent } = require("./front/raw-client.js");
            startLab({ preset: "dag" }).then(async (lab) => {
                const { client } = await openedAgent(lab);
                await lab.stop();
                await client.closed;
            });`;
        const child = spawn(process.execPath, ["-e", script], { cwd: join(__dirname), stdio: "inherit" });
        const [code] = await once(child, "exit");
        expect(code).to.equal(0);
    }).timeout(10_000);

    it("can be used twice at once, and stopped twice", async () => {
        const labs = await Promise.all([startLab({ preset: "single" }), startLab({ preset: "dag" })]);
        expect(labs[0].connection.port).to.not.equal(labs[1].connection.port);
        expect(labs[0].connection.hostKey).to.not.equal(labs[1].connection.hostKey);
        await Promise.all(labs.map((lab) => lab.stop()));
        await labs[0].stop();
    });

    it("gives the same GUIDs for the same seed", async () => {
        const guids: unknown[] = [];
        for (const seed of [5, 5, 6]) {
            const lab = await startLab({ preset: "single", seed });
            guids.push(lab.console.run("Get-ExchangeServer")[0]?.Guid);
            await lab.stop();
        }
        expect(guids[0]).to.equal(guids[1]);
        expect(guids[0]).to.not.equal(guids[2]);
    });

    it("has a console whose hand the meter does not see", async () => {
        const lab = await startLab({ preset: "single" });
        lab.console.run("New-SendConnector", { Name: "By hand", AddressSpaces: ["*"] });
        expect(() => lab.console.run("Set-SendConnector", { Identity: "No" })).to.throw(ConsoleError);
        const [connector] = lab.console.run("Get-SendConnector", { Identity: "By hand" });
        expect(connector).to.include({ PSComputerName: "EX01.contoso.com", PSShowComputerName: false });
        expect(lab.meter.mark().calls).to.deep.equal([]);
        await lab.stop();
    });

    it("meters only what lies between a mark and now", async () => {
        const lab = await startLab({ preset: "single" });
        const { client, agent } = await openedAgent(lab);
        const mark = lab.meter.mark();
        await agent.ask({ op: "ping" });
        await agent.call("Get-TransportConfig");
        const { calls, ...reading } = lab.meter.since(mark);
        expect(calls).to.have.length(1);
        expect(reading).to.deep.include({
            connections: 0,
            authentications: {},
            channels: 0,
            exchanges: { open: 0, batch: 1 },
            framesIn: 2,
            framesOut: 3,
        });
        expect(reading.bytesIn).to.be.greaterThan(0);
        await client.end();
        await lab.stop();
    });
});
