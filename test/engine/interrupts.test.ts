import { setTimeout as wait } from "node:timers/promises";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { expect } from "chai";
import { SendConnector } from "../../sdk";
import { type Lab, startLab } from "../lab/index.js";
import { writes } from "../lab/meter.js";
import { killLeftovers, providersLeft, runCli, startCli } from "./cli-process";
import { connectionTo, InlineStack, operations } from "./inline-stack";
import { configure, type PrivateProject, privateEnvironment, privateProject } from "./private-project";

const DELAY_MS = 2_000;
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
    /** Starts an up and waits until the server has begun to make the connector, which then takes a while. */
    const upInTheMiddle = async () => {
        const reached = new Promise<void>((resolve) => lab.faults.before("New-SendConnector", 1, resolve));
        lab.faults.inject({ fault: "delay", cmd: "New-SendConnector", ms: DELAY_MS });
        const up = startCli(project, lab, UP);
        await Promise.race([reached, up.ended.then(() => Promise.reject(new Error(up.text())))]);
        return up;
    };

    it("kill -9 of the CLI: the provider goes, the next up recognises the connector by its mark, and in the end nothing is left", async () => {
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

        await cli(["destroy", "--yes"]);
        expect(connectors()).to.deep.equal([]);
        expect(list()).to.have.length(3);
        expect(await providersLeft(project, 10_000)).to.deep.equal([]);
        const files = lab.files.list("C:/ProgramData/ssh/pulumi-exchange-tls").map(({ path }) => path);
        expect(files).to.have.length(1);
    });
});

/** Ctrl-C as the CLI gets it. `up` runs in a process of its own, the program in this one. */
describe("a run that is interrupted by Ctrl-C", () => {
    const [FIRST = "", ...REST] = ["a.com", "b.com", "c.com", "d.com", "e.com", "f.com", "g.com"];
    const PARALLEL = 4;
    let lab: Lab;
    let stack: InlineStack;

    before(async function () {
        if (process.platform !== "linux") return this.skip();
        lab = await startLab({ preset: "single", foreignDomains: 3 });
        stack = await InlineStack.create(lab);
    });
    after(async () => {
        await stack?.remove();
        await lab?.stop();
    });

    const declare = (domains: readonly string[]) => {
        const connection = connectionTo(lab);
        for (const domain of domains) {
            new SendConnector(domain, { connection, name: `To ${domain}`, addressSpaces: [domain] });
        }
    };
    const there = () =>
        lab.console
            .run("Get-SendConnector")
            .map((one) => String(one.Name).replace("To ", ""))
            .sort();
    /** When the provider has taken its leave of the server. */
    const goodbye = async () => {
        while (!lab.transcript.some((line) => line.includes("> bye"))) await wait(20);
        return performance.now();
    };
    const inState = async () => (await stack.resources()).map(({ urn }) => urn.split("::").at(-1));

    it("the write under way ends, those that wait for it are made too, all are recorded, nothing new starts", async () => {
        const under = new Promise<void>((resolve) => lab.faults.before("New-SendConnector", 1, resolve));
        lab.faults.inject({ fault: "delay", cmd: "New-SendConnector", ms: 2_000 });
        stack.program = async () => {
            declare([FIRST]);
            await under;
            declare(REST);
        };
        const interrupt = new AbortController();
        let started = 0;
        const onEvent = ({ resourcePreEvent: event }: EngineEvent) => {
            if (event?.metadata.op !== "create" || !event.metadata.type.includes("exchange:")) return;
            started += 1;
            if (started === PARALLEL) interrupt.abort();
        };
        const leaving = goodbye();
        const { text, failed } = await stack.up({ parallel: PARALLEL, signal: interrupt.signal, onEvent });
        const ended = performance.now();
        expect(failed, text).to.equal(true);
        expect(there()).to.include(FIRST).and.have.length(PARALLEL);
        expect(await inState()).to.deep.equal(there());
        // A provider that did not leave at once would be killed 5 s after it had been told to.
        expect(ended - (await leaving)).to.be.lessThan(4_500);
        expect(await providersLeft({ environment: privateEnvironment(stack.directory) }, 10_000)).to.deep.equal([]);
        expect(lab.files.list("C:/ProgramData/ssh/pulumi-exchange-tls")).to.have.length(1);
    });

    it("the next preview lists exactly the rest, and up makes it", async () => {
        const missing = REST.filter((domain) => !there().includes(domain));
        stack.program = () => declare([FIRST, ...REST]);
        const preview = await stack.preview();
        expect(operations(preview).filter((op) => op === "create")).to.have.length(missing.length);
        const planned = preview.text.match(/(?<=New-SendConnector -Name 'To )[^']+/g);
        expect([...new Set(planned)].sort()).to.deep.equal(missing);
        const run = await stack.up();
        expect(run.failed, run.text).to.equal(false);
        expect(writes(run.reading)).to.have.length(missing.length);
        expect(there()).to.deep.equal([FIRST, ...REST]);
    });
});
