import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect } from "chai";
import { type Lab, startLab } from "../lab/index.js";

const MAIN = join(__dirname, "..", "..", "provider", "cli", "main.js");
const FRONT = "MSExchangeFrontEndTransport";
const HUB = "MSExchangeTransport";

/** The command as people run it: a process of its own, over SSH, against the lab. */
describe("exchange-tls, the program", () => {
    let lab: Lab;

    beforeEach(async () => {
        lab = await startLab({ preset: "dag" });
    });

    afterEach(async () => {
        await lab.stop();
    });

    const start = (servers: readonly string[], password = lab.password) => {
        const connection = { ...lab.connection, exchange: { server: lab.organisation.servers[0]?.fqdn } };
        const args = [MAIN, "restart-transport", "--json", ...servers.flatMap((name) => ["--server", name])];
        const given = { EXCHANGE_TLS_CONNECTION: JSON.stringify(connection), EXCHANGE_TLS_PASSWORD: password };
        const child = spawn(process.execPath, args, { env: { ...process.env, ...given } });
        let [out, told] = ["", ""];
        child.stdout.on("data", (text) => (out += text));
        child.stderr.on("data", (text) => (told += text));
        const ended = once(child, "close").then(([code]) => ({ code, told, report: JSON.parse(out) }));
        return { child, ended };
    };
    const restarts = (server: string) =>
        [FRONT, HUB].map((name) => lab.organisation.services.restarts(server, name as never));

    it("restarts over one connection, and leaves nothing open", async () => {
        const mark = lab.meter.mark();
        const { code, report, told } = await start(["EX02", "EX04"]).ended;
        expect(code, told).to.equal(0);
        expect(report).to.deep.include({ outcome: "done", error: null });
        expect(["EX01", "EX02", "EX03", "EX04"].map(restarts)).to.deep.equal([
            [0, 0],
            [1, 1],
            [0, 0],
            [1, 1],
        ]);
        expect(lab.meter.since(mark).connections).to.equal(1);
    });

    it("a lost answer: asked what is there, never restarted twice, and the rest left alone", async () => {
        lab.faults.inject({ fault: "cut-before-answer", cmd: `restart ${HUB}` });
        const { code, report } = await start(["EX01", "EX02"]).ended;
        expect(code).to.equal(1);
        expect(report.error).to.include({ code: "RestartUnknown", server: "EX01", step: `restarting ${HUB}` });
        expect(report.error.answer).to.contain("it is Running now");
        expect(["EX01", "EX02"].map(restarts)).to.deep.equal([
            [1, 1],
            [0, 0],
        ]);
    });

    it("Ctrl-C: the restart under way is finished, no other begins, and the program ends at once", async function () {
        if (process.platform === "win32") return this.skip();
        lab.faults.inject({ fault: "delay", cmd: `restart ${FRONT}`, ms: 1_000 });
        const { child, ended } = start(["EX01", "EX02"]);
        child.stderr.on("data", (text: Buffer) => {
            if (text.includes(`EX01: restarts ${FRONT}`)) child.kill("SIGINT");
        });
        const { code, report, told } = await ended;
        expect(code).to.equal(1);
        expect(told).to.contain("is finished first");
        expect(report).to.deep.include({ outcome: "stopped" });
        expect(report.servers[0]).to.deep.include({ server: "EX01", state: "stopped", restarted: [FRONT] });
        expect(report.error.code).to.equal("Interrupted");
        expect(["EX01", "EX02"].map(restarts)).to.deep.equal([
            [1, 0],
            [0, 0],
        ]);
        expect(lab.organisation.services.isRunning("EX01", FRONT)).to.equal(true);
    });

    it("a password that is refused: 3, and it is in no text", async () => {
        const { code, report, told } = await start(["EX01"], "wr0ng-Password").ended;
        expect(code).to.equal(3);
        expect(report.error.code).to.equal("Authentication");
        expect(told + JSON.stringify(report)).not.to.contain("wr0ng");
        expect(restarts("EX01")).to.deep.equal([0, 0]);
    });
});
