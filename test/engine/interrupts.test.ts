import { expect } from "chai";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { killLeftovers, providersLeft, runCli, startCli } from "./cli-process";
import { type PrivateProject, privateProject } from "./private-project";

const DELAY_MS = 2_000;
const UP = ["up", "--yes", "--skip-preview"];

describe("a run that is interrupted", () => {
    let lab: Lab;
    let project: PrivateProject;

    beforeEach(async function () {
        if (process.platform !== "linux") return this.skip();
        lab = await startLab({ preset: "single", foreignDomains: 3 });
        project = await privateProject("partner-tls");
        await cli(["stack", "init", "test"]);
        const server = lab.organisation.servers[0]?.fqdn ?? "";
        const { host, port, username, hostKey } = lab.connection;
        for (const [key, value] of Object.entries({ host, port, username, hostKey, exchangeServer: server })) {
            await cli(["config", "set", `exchange-tls:${key}`, String(value)]);
        }
        await cli(["config", "set", "partner", "fabrikam.com"]);
    });

    afterEach(async () => {
        if (project !== undefined) await killLeftovers(project);
        await project?.remove();
        await lab?.stop();
    });

    const cli = async (args: readonly string[]) => {
        const { code, text } = await runCli(project, lab, args);
        expect(code, text).to.equal(0);
        return text;
    };
    const connectors = () => lab.console.run("Get-SendConnector");
    const list = () => lab.console.run("Get-TransportConfig")[0]?.TLSSendDomainSecureList;
    /** Starts an up and waits until the server has begun to make the connector, which then takes a while. */
    const upInTheMiddle = async () => {
        const reached = new Promise<void>((resolve) => lab.faults.before("New-SendConnector", 1, resolve));
        lab.faults.inject({ fault: "delay", cmd: "New-SendConnector", ms: DELAY_MS });
        const up = startCli(project, lab, UP);
        await Promise.race([reached, up.ended.then(() => Promise.reject(new Error(up.text())))]);
        return up;
    };

    it("kill -9 of the CLI: the provider goes, and the next up recognises the connector by its mark", async () => {
        const up = await upInTheMiddle();
        up.child.kill("SIGKILL");
        await up.ended;
        expect(await providersLeft(project, 60_000)).to.deep.equal([]);
        expect(connectors()).to.have.length(1);

        const locked = await runCli(project, lab, UP);
        expect(locked.text).to.contain("pulumi cancel");
        await cli(["cancel", "--yes"]);
        const mark = lab.meter.mark();
        const text = await cli(UP);
        expect(text).to.contain("made by an earlier run that was cut off");
        expect(writes(lab.meter.since(mark)).map(({ cmd }) => cmd)).to.deep.equal(["Set-TransportConfig"]);
        expect(connectors()).to.have.length(1);
        expect(list()).to.have.length(4);

        await cli(["destroy", "--yes", "--skip-preview"]);
        expect(connectors()).to.deep.equal([]);
        expect(list()).to.have.length(3);
    });

    it("Ctrl-C: the write under way is finished and recorded, nothing new starts, and the provider goes at once", async () => {
        const up = await upInTheMiddle();
        const start = performance.now();
        up.child.kill("SIGINT");
        expect(await up.ended).to.equal(1);
        expect(performance.now() - start).to.be.lessThan(DELAY_MS + 4_000);
        expect(await providersLeft(project, 2_000)).to.deep.equal([]);
        expect(connectors()).to.have.length(1);
        expect(list()).to.have.length(3);
        const state = JSON.parse(await cli(["stack", "export"]));
        expect(JSON.stringify(state.deployment.resources)).to.contain("removes send connector");

        const mark = lab.meter.mark();
        await cli(UP);
        expect(writes(lab.meter.since(mark)).map(({ cmd }) => cmd)).to.deep.equal(["Set-TransportConfig"]);
    });

    it("a whole up and its destroy leave no process and no folder behind", async () => {
        await cli(UP);
        await cli(["destroy", "--yes"]);
        expect(await providersLeft(project, 2_000)).to.deep.equal([]);
        const files = lab.files.list("C:/ProgramData/ssh/pulumi-exchange-tls").map(({ path }) => path);
        expect(files).to.have.length(1);
    });
});
