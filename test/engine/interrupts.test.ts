import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "chai";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { killLeftovers, providersLeft, runCli, startCli } from "./cli-process";
import { configure, type PrivateProject, privateProject } from "./private-project";

const DOMAINS = "abcdefg";
const PARALLEL = 4;
/** The first connector alone, and the others while the server is making it. */
const SEVEN = `
import { existsSync } from "node:fs";
import * as exchange from "pulumi-exchange-tls";
const connection = exchange.connection();
const declare = (domain: string) =>
    new exchange.SendConnector(domain, { connection, name: "To " + domain, addressSpaces: [domain] });
export = async () => {
    const [first, ...rest] = [..."${DOMAINS}"].map((name) => name + ".com");
    declare(first);
    while (!existsSync("go")) await new Promise((done) => setTimeout(done, 20));
    rest.forEach(declare);
};
`;
const UP = ["up", "--yes", "--skip-preview"];

describe("a run that is interrupted", function () {
    this.timeout(150_000);
    let lab: Lab;
    let project: PrivateProject;

    beforeEach(async function () {
        if (process.platform !== "linux") return this.skip();
        lab = await startLab({ preset: "single", foreignDomains: 3 });
        project = await privateProject("partner-tls");
        await configure(project, lab, { "partner-tls:partner": "fabrikam.com" });
        await cli(["stack", "init", "test"]);
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
    /** Starts an up and waits until the server is making the first connector, which it does as long as it is let. */
    const upInTheMiddle = async (flags: readonly string[] = []) => {
        let goOn: () => void = () => undefined;
        const held = new Promise<void>((resolve) => {
            goOn = resolve;
        });
        const reached = new Promise<void>((resolve) => {
            lab.faults.before("New-SendConnector", 1, () => {
                resolve();
                return held;
            });
        });
        const up = startCli(project, lab, [...UP, ...flags]);
        await Promise.race([reached, up.ended.then(() => Promise.reject(new Error(up.text())))]);
        return { ...up, goOn };
    };

    it("kill -9 of the CLI: the provider goes, the next up recognises the connector by its mark, and in the end nothing is left", async () => {
        const up = await upInTheMiddle();
        up.child.kill("SIGKILL");
        await up.ended;
        up.goOn();
        expect(await providersLeft(project, 60_000)).to.deep.equal([]);
        expect(connectors()).to.have.length(1);

        const locked = await runCli(project, lab, UP);
        expect(locked.text).to.contain("pulumi cancel");
        await cli(["cancel", "--yes"]);
        const mark = lab.meter.mark();
        const text = await cli(UP);
        expect(text).to.contain("carries this resource's own mark (a run was cut off");
        expect(writes(lab.meter.since(mark)).map(({ cmd }) => cmd)).to.deep.equal(["Set-TransportConfig"]);
        expect(connectors()).to.have.length(1);
        expect(list()).to.have.length(4);

        await cli(["destroy", "--yes"]);
        expect(connectors()).to.deep.equal([]);
        expect(list()).to.have.length(3);
        expect(await providersLeft(project, 10_000)).to.deep.equal([]);
        const files = lab.files.list("C:/ProgramData/ssh/pulumi-exchange-tls").map(({ path }) => path);
        expect(files).to.have.length(1);
    });

    it("Ctrl-C: the write under way ends, those that wait for it are made too, all are recorded, nothing new starts; the next preview lists the rest", async () => {
        await writeFile(join(project.directory, "index.ts"), SEVEN);
        const up = await upInTheMiddle(["--parallel", String(PARALLEL)]);
        await writeFile(join(project.directory, "go"), "");
        await until(() => new Set(up.text().match(/\w\.com creating/g)).size === PARALLEL, up.ended);
        const leaving = until(() => lab.transcript.some((line) => line.includes("> bye")));
        up.child.kill("SIGINT");
        await until(() => /cancel/i.test(up.text()), up.ended);
        up.goOn();
        expect(await up.ended).to.equal(1);
        const ended = performance.now();
        const made = connectors().map((one) => String(one.Name));
        expect(made).to.include("To a.com").and.have.length(PARALLEL);
        // A provider that did not leave at once would be killed 5 s after it had been told to.
        expect(ended - (await leaving)).to.be.lessThan(4_500);
        expect(await providersLeft(project, 10_000)).to.deep.equal([]);
        expect(lab.files.list("C:/ProgramData/ssh/pulumi-exchange-tls")).to.have.length(1);

        const preview = await cli(["preview", "--diff"]);
        const planned = new Set(preview.match(/(?<=New-SendConnector -Name ')[^']+/g));
        const all = [...DOMAINS].map((name) => `To ${name}.com`);
        expect([...made, ...planned].sort()).to.deep.equal(all);
        expect(preview).to.contain(`+ ${all.length - PARALLEL} to create`);
        const mark = lab.meter.mark();
        await cli(UP);
        expect(writes(lab.meter.since(mark))).to.have.length(all.length - PARALLEL);
    });
});

/** When it has come true; an error where that cannot happen any more. */
async function until(holds: () => boolean, end?: Promise<unknown>): Promise<number> {
    let ended = false;
    end?.then(() => (ended = true));
    const late = performance.now() + 60_000;
    while (!holds()) {
        if (ended || performance.now() > late) throw new Error("it did not come to that");
        await wait(20);
    }
    return performance.now();
}
