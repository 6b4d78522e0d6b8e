import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Connection, SendConnector, TransportRestart } from "../../sdk";
import { commandPlugin } from "../command-plugin";
import { type Lab, startLab } from "../lab/index.js";
import { connectionTo, InlineStack, type Run } from "./inline-stack";

const FRONT = "MSExchangeFrontEndTransport";
const HUB = "MSExchangeTransport";

describe("TransportRestart under the real engine", function () {
    this.timeout(120_000);
    let lab: Lab;
    let stack: InlineStack;
    let home: string;
    let connection: Connection;
    let servers: readonly string[];
    let trigger: string;

    before(async () => {
        lab = await startLab({ preset: "dag" });
        home = await mkdtemp(join(tmpdir(), "exchange-tls-home-"));
        stack = await InlineStack.create(lab, await (await commandPlugin()).environment(home));
        await stack.configure({ "exchange-tls:auditLog": join(home, "audit.jsonl") });
    });

    after(async () => {
        await stack.remove();
        await rm(home, { recursive: true, force: true });
        await lab.stop();
    });

    beforeEach(() => {
        connection = connectionTo(lab);
        servers = ["EX01", "EX02"];
        trigger = "a";
        stack.program = () => {
            const send = new SendConnector("fabrikam", {
                connection,
                name: "To Fabrikam",
                addressSpaces: ["fabrikam.com"],
            });
            const args = { connection, servers: [...servers], triggers: [trigger, send.guid], timeoutSeconds: 30 };
            new TransportRestart("window", args, { dependsOn: [send] });
        };
    });

    const both = (...names: readonly string[]) => names.flatMap((name) => [`${name} ${FRONT}`, `${name} ${HUB}`]);
    /** What the servers were told, in order. */
    const restarts = ({ reading }: Run) =>
        reading.calls.flatMap(({ cmd, par }) =>
            cmd.startsWith("restart ") ? [`${String(par.server).replace(/\..*/, "")} ${cmd.slice(8)}`] : [],
        );
    const up = async () => {
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        return restarts(run);
    };

    it("a preview restarts nothing", async () => {
        const run = await stack.preview();
        expect(run.failed, run.text).to.equal(false);
        expect(restarts(run)).to.deep.equal([]);
    });

    it("restarts when it is created: both services of one server, then of the next, after what it depends on", async () => {
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(restarts(run)).to.deep.equal(both("EX01", "EX02"));
        const order = run.reading.calls.map(({ cmd }) => cmd);
        expect(order.indexOf("New-SendConnector"))
            .to.be.lessThan(order.indexOf(`restart ${FRONT}`))
            .and.at.least(0);
        const log = await readFile(join(home, "audit.jsonl"), "utf8");
        const lines = log
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line));
        const restarted = lines.filter(({ cmdlet }) => cmdlet === "service restart");
        expect(lines).to.have.length(5);
        expect(
            restarted.map(({ parameters }) => `${parameters.server.split(".")[0].toUpperCase()} ${parameters.name}`),
        ).to.deep.equal(both("EX01", "EX02"));
        expect(restarted[0]).to.include({ stack: "organization/engine-test/test", outcome: "accepted" });
        expect(restarted[0].urn).to.match(/exchange-tls:index:TransportRestart::window$/);
    });

    it("restarts nothing when the connection or the list of servers changes", async () => {
        connection = { ...connectionTo(lab), callTimeout: 100 };
        servers = ["EX01", "EX02", "EX03"];
        expect(await up()).to.deep.equal([]);
    });

    it("restarts again when a trigger changes and the change window is open, with the list of servers of that moment", async () => {
        trigger = "b";
        servers = ["EX03", "EX01"];
        await stack.configure({ "exchange-tls:changeWindow": "2026-01-02 03:00-04:00 UTC" });
        const refused = await stack.up({ skipPreview: true });
        expect(refused.failed).to.equal(true);
        expect(restarts(refused)).to.deep.equal([]);
        expect(refused.text).to.include("it is outside the change window; no window opens any more");
        await stack.configure({ "exchange-tls:changeWindow": undefined });
        expect(await up()).to.deep.equal(both("EX03", "EX01"));
    });

    it("fails at the first server whose service does not come back, names it, and touches no other", async () => {
        trigger = "c";
        servers = ["EX01", "EX02", "EX03"];
        lab.organisation.services.trouble("EX02", HUB, "start-fails");
        const run = await stack.up();
        expect(run.failed).to.equal(true);
        expect(run.text).to.match(/restarting MSExchangeTransport \(EX02\) failed: .*\(it is Stopped now\)/);
        expect(run.text).to.contain("Done before: EX01; not touched: EX03");
        expect(restarts(run)).to.deep.equal(both("EX01", "EX02"));
    });

    it("the next up touches nothing while that service is down, and repairs when it runs", async () => {
        trigger = "c";
        servers = ["EX01", "EX02", "EX03"];
        const run = await stack.up();
        expect(run.failed).to.equal(true);
        expect(run.text).to.contain(`${HUB} on EX02 is Stopped`).and.contain("nothing was restarted");
        expect(restarts(run)).to.deep.equal([]);
        lab.organisation.services.set("EX02", HUB, "Running");
        expect(await up()).to.deep.equal(both("EX01", "EX02", "EX03"));
    });

    it("leaves neither a secret nor a path of this machine in the state", async () => {
        const state = await stack.exported();
        expect(state).to.contain("TransportRestart");
        expect(state).not.to.contain(lab.password);
        // The engine adds source positions of its own, relative to the project; what we give it has no path.
        const { resources } = JSON.parse(state).deployment;
        const { inputs, outputs } = resources.find(({ type }: { type: string }) => type === "command:local:Command");
        const given = JSON.stringify([inputs, outputs]);
        expect(given).to.contain("restart-transport");
        expect(given).not.to.contain(process.cwd());
    });

    it("restarts nothing when it is destroyed", async () => {
        const run = await stack.destroy();
        expect(run.failed, run.text).to.equal(false);
        expect(restarts(run)).to.deep.equal([]);
    });
});
